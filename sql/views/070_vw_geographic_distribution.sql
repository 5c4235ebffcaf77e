-- A row a country, region and institution type. A place is that of the institution's primary address, one at most, so
-- nobody counts twice; institutions without one are in the row of no country, so nobody is left out.
CREATE VIEW vw_geographic_distribution WITH (security_invoker = true) AS
SELECT
  country.code                          AS country_code,
  country.name                          AS country,
  region.code                           AS region_code,
  region.name                           AS region,
  type.code                             AS institution_type,
  count(*) FILTER (WHERE i.active)      AS institutions,
  sum(coalesce(d.doctors, 0))::bigint   AS doctors,
  sum(coalesce(p.patients, 0))::bigint  AS patients
FROM medical_institutions i
JOIN institution_types type ON type.id = i.institution_type_id
LEFT JOIN addresses place ON place.entity_type = 'institution' AND place.entity_id = i.id AND place.is_primary
LEFT JOIN regions region ON region.id = place.region_id
LEFT JOIN countries country ON country.id = place.country_id
LEFT JOIN (
  SELECT institution_id, count(*) AS doctors FROM doctors WHERE status = 'active' GROUP BY institution_id
) d ON d.institution_id = i.id
LEFT JOIN (
  SELECT institution_id, count(*) AS patients FROM patients WHERE active AND deceased_at IS NULL GROUP BY institution_id
) p ON p.institution_id = i.id
GROUP BY country.id, region.id, type.id;

COMMENT ON VIEW vw_geographic_distribution IS
  'A row a country, region and institution type; the rows add up to the totals of vw_dashboard_overview.';
COMMENT ON COLUMN vw_geographic_distribution.country_code IS
  'of the institution''s primary address; NULL for institutions without one';
COMMENT ON COLUMN vw_geographic_distribution.region_code IS 'NULL where the address names none';
COMMENT ON COLUMN vw_geographic_distribution.institutions IS 'active';
COMMENT ON COLUMN vw_geographic_distribution.doctors IS 'of status active';
COMMENT ON COLUMN vw_geographic_distribution.patients IS 'active and living, of these institutions';
