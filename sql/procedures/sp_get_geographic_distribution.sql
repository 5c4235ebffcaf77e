-- One row for each country, region and type of institution. Where an institution is follows from its primary address. It has
-- at most one, so nobody counts twice; institutions without one are in the row without a country, so nobody is left out. A
-- doctor is given together with the institution.
CREATE OR REPLACE FUNCTION sp_get_geographic_distribution(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    country_code     text,
    country          text,
    region_code      text,
    region           text,
    institution_type text,
    institutions     bigint,
    doctors          bigint,
    patients         bigint
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  country.code,
  country.name,
  region.code,
  region.name,
  type.code,
  count(*) FILTER (WHERE i.active),
  sum(coalesce(d.doctors, 0))::bigint,
  sum(coalesce(p.patients, 0))::bigint
FROM medical_institutions i
JOIN institution_types type ON type.id = i.institution_type_id
LEFT JOIN addresses place ON place.entity_type = 'institution' AND place.entity_id = i.id AND place.is_primary
LEFT JOIN regions region ON region.id = place.region_id
LEFT JOIN countries country ON country.id = place.country_id
LEFT JOIN (
  SELECT institution_id, count(*) AS doctors FROM counted_doctors(p_institution_id, p_doctor_id) GROUP BY institution_id
) d ON d.institution_id = i.id
LEFT JOIN (
  SELECT institution_id, count(*) AS patients FROM counted_patients(p_institution_id, p_doctor_id) GROUP BY institution_id
) p ON p.institution_id = i.id
WHERE p_institution_id IS NULL OR i.id = p_institution_id
GROUP BY country.id, region.id, type.id
$$;
