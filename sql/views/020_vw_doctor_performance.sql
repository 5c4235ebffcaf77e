-- One row for each doctor, including those without patients.
CREATE VIEW vw_doctor_performance WITH (security_invoker = true) AS
SELECT
  d.id                                  AS doctor_id,
  ltrim(d.first_name || ' ' || d.last_name) AS doctor_name,
  d.licence_number,
  d.status,
  d.years_experience,
  d.consultation_fee,
  specialty.name                        AS specialty,
  category.name                         AS specialty_category,
  i.id                                  AS institution_id,
  i.name                                AS institution_name,
  type.code                             AS institution_type,
  place.city                            AS institution_city,
  region.name                           AS institution_region,
  country.name                          AS institution_country,
  care.patients                         AS patient_count,
  care.average_age                      AS average_patient_age
FROM doctors d
JOIN doctor_specialties specialty ON specialty.id = d.specialty_id
JOIN specialty_categories category ON category.id = specialty.category_id
JOIN medical_institutions i ON i.id = d.institution_id
JOIN institution_types type ON type.id = i.institution_type_id
LEFT JOIN addresses place ON place.entity_type = 'institution' AND place.entity_id = i.id AND place.is_primary
LEFT JOIN regions region ON region.id = place.region_id
LEFT JOIN countries country ON country.id = place.country_id
CROSS JOIN LATERAL (
  SELECT count(*) AS patients, round(avg(age_in_years(p.date_of_birth, utc_today())), 2) AS average_age
  FROM patients p
  WHERE p.doctor_id = d.id AND p.active AND NOT p.deceased
) care;

COMMENT ON VIEW vw_doctor_performance IS 'A row a doctor, those without patients too.';
COMMENT ON COLUMN vw_doctor_performance.patient_count IS 'active and living patients';
COMMENT ON COLUMN vw_doctor_performance.average_patient_age IS 'in years, of those patients; NULL without any';
COMMENT ON COLUMN vw_doctor_performance.institution_city IS 'of the institution''s primary address';
