-- One row for each country, region and type of institution. Where an institution is follows from its primary address. It has
-- at most one, so nobody counts twice; institutions without one are in the row without a country, so nobody is left out.
CREATE VIEW vw_geographic_distribution WITH (security_invoker = true) AS
SELECT * FROM sp_get_geographic_distribution(NULL, NULL);

COMMENT ON VIEW vw_geographic_distribution IS
  'A row a country, region and institution type; the rows add up to the totals of vw_dashboard_overview.';
COMMENT ON COLUMN vw_geographic_distribution.country_code IS
  'of the institution''s primary address; NULL for institutions without one';
COMMENT ON COLUMN vw_geographic_distribution.region_code IS 'NULL where the address names none';
COMMENT ON COLUMN vw_geographic_distribution.institutions IS 'active';
COMMENT ON COLUMN vw_geographic_distribution.doctors IS 'of status active';
COMMENT ON COLUMN vw_geographic_distribution.patients IS 'active and living, of these institutions';
