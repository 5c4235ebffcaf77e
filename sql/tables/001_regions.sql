-- A part lies in the country of the whole; addresses refer to both columns too.
CREATE UNIQUE INDEX regions_id_country_id_key ON regions (id, country_id);
ALTER TABLE regions DROP CONSTRAINT regions_regions_children;
ALTER TABLE regions ADD CONSTRAINT regions_parent_of_country_fkey
  FOREIGN KEY (parent_id, country_id) REFERENCES regions (id, country_id) ON DELETE RESTRICT;
