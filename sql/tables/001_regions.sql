-- A part of a region lies in the same country as the region. Addresses also refer to both columns.
CREATE UNIQUE INDEX regions_id_country_id_key ON regions (id, country_id);
ALTER TABLE regions DROP CONSTRAINT regions_regions_children;
ALTER TABLE regions ADD CONSTRAINT regions_parent_of_country_fkey
  FOREIGN KEY (parent_id, country_id) REFERENCES regions (id, country_id) ON DELETE RESTRICT;
