-- Views hold no data: they go first and come back last
DROP VIEW vw_patient_validation_status;
DROP VIEW vw_patient_demographics;
DROP VIEW vw_monthly_registrations;
DROP VIEW vw_health_condition_stats;
DROP VIEW vw_health_condition_prevalence;
DROP VIEW vw_geographic_distribution;
DROP VIEW vw_doctor_specialty_distribution;
DROP VIEW vw_doctor_performance;
DROP VIEW vw_dashboard_overview;
-- Modify "revocations" table
-- DATA-DEPENDENT: changes the type of "subject_type"; may rewrite the table, and fail on values that don't fit.
ALTER TABLE "revocations" ALTER COLUMN "subject_type" TYPE character varying(30);
-- From sql/views/010_vw_patient_demographics.sql
CREATE VIEW vw_patient_demographics WITH (security_invoker = true) AS
SELECT
  p.id                                  AS patient_id,
  p.first_name,
  p.last_name,
  p.date_of_birth,
  p.deceased_at,
  p.active,
  age_in_years(p.date_of_birth, coalesce(utc_date(p.deceased_at), utc_today())) AS age,
  sex.code                              AS sex,
  gender.code                           AS gender,
  email.email                           AS primary_email,
  phone.number                          AS primary_phone,
  p.emergency_contact_name,
  p.emergency_contact_phone,
  d.id                                  AS doctor_id,
  d.first_name || ' ' || d.last_name    AS doctor_name,
  i.id                                  AS institution_id,
  i.name                                AS institution_name,
  region.name                           AS institution_region,
  country.name                          AS institution_country,
  blood_type.code                       AS blood_type,
  ARRAY(
    SELECT DISTINCT c.name::text
    FROM patient_conditions pc
    JOIN medical_conditions c ON c.id = pc.condition_id
    WHERE pc.patient_id = p.id AND pc.status IN ('active', 'recurrence', 'relapse')
    ORDER BY 1
  )                                     AS diagnosed_conditions,
  p.validation_status,
  p.created_at                          AS registered_at
FROM patients p
JOIN sexes sex ON sex.id = p.sex_id
LEFT JOIN genders gender ON gender.id = p.gender_id
JOIN doctors d ON d.id = p.doctor_id
JOIN medical_institutions i ON i.id = p.institution_id
LEFT JOIN emails email ON email.entity_type = 'patient' AND email.entity_id = p.id AND email.is_primary
LEFT JOIN phones phone ON phone.entity_type = 'patient' AND phone.entity_id = p.id AND phone.is_primary
LEFT JOIN addresses place ON place.entity_type = 'institution' AND place.entity_id = i.id AND place.is_primary
LEFT JOIN regions region ON region.id = place.region_id
LEFT JOIN countries country ON country.id = place.country_id
LEFT JOIN health_profiles profile ON profile.patient_id = p.id
LEFT JOIN blood_types blood_type ON blood_type.id = profile.blood_type_id;
COMMENT ON VIEW vw_patient_demographics IS 'A row a patient, inactive and deceased ones too.';
COMMENT ON COLUMN vw_patient_demographics.age IS 'in completed years today (UTC), at death for the deceased';
COMMENT ON COLUMN vw_patient_demographics.institution_region IS 'of the institution''s primary address';
COMMENT ON COLUMN vw_patient_demographics.diagnosed_conditions IS
  'names of the conditions the patient has now (active, recurrence, relapse), each once, in order';
-- From sql/views/020_vw_doctor_performance.sql
CREATE VIEW vw_doctor_performance WITH (security_invoker = true) AS
SELECT
  d.id                                  AS doctor_id,
  d.first_name || ' ' || d.last_name    AS doctor_name,
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
  WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
) care;
COMMENT ON VIEW vw_doctor_performance IS 'A row a doctor, those without patients too.';
COMMENT ON COLUMN vw_doctor_performance.patient_count IS 'active and living patients';
COMMENT ON COLUMN vw_doctor_performance.average_patient_age IS 'in years, of those patients; NULL without any';
COMMENT ON COLUMN vw_doctor_performance.institution_city IS 'of the institution''s primary address';
-- From sql/views/030_vw_monthly_registrations.sql
CREATE VIEW vw_monthly_registrations WITH (security_invoker = true) AS
WITH registered AS (
  SELECT date_trunc('month', utc_date(p.created_at)::timestamp)::date AS month,
         sex.code AS sex, coalesce(gender.code, 'unspecified') AS gender
  FROM patients p
  JOIN sexes sex ON sex.id = p.sex_id
  LEFT JOIN genders gender ON gender.id = p.gender_id
  WHERE p.active AND p.deceased_at IS NULL
), by_sex AS (
  SELECT month, sum(n)::bigint AS total, jsonb_object_agg(sex, n) AS by_sex
  FROM (SELECT month, sex, count(*) AS n FROM registered GROUP BY month, sex) s
  GROUP BY month
), by_gender AS (
  SELECT month, jsonb_object_agg(gender, n) AS by_gender
  FROM (SELECT month, gender, count(*) AS n FROM registered GROUP BY month, gender) g
  GROUP BY month
)
SELECT month, total, by_sex, by_gender
FROM by_sex JOIN by_gender USING (month);
COMMENT ON VIEW vw_monthly_registrations IS
  'Registrations of today''s active and living patients; months without any have no row.';
COMMENT ON COLUMN vw_monthly_registrations.month IS 'the month''s first day (UTC)';
COMMENT ON COLUMN vw_monthly_registrations.by_sex IS 'an object: code of a sex → patients';
COMMENT ON COLUMN vw_monthly_registrations.by_gender IS 'an object: code of a gender, or unspecified → patients';
-- From sql/views/040_vw_health_condition_stats.sql
CREATE VIEW vw_health_condition_stats WITH (security_invoker = true) AS
WITH patient AS (
  SELECT p.id, h.smoking_status, h.alcohol_frequency, h.height_cm, h.weight_kg
  FROM patients p
  LEFT JOIN health_profiles h ON h.patient_id = p.id
  WHERE p.active AND p.deceased_at IS NULL
), diagnosed AS (
  SELECT
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hypertension')   AS hypertension,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'diabetes')       AS diabetes,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hyperlipidemia') AS high_cholesterol
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id
  JOIN medical_conditions c ON c.id = pc.condition_id
  WHERE pc.status IN ('active', 'recurrence', 'relapse')
), measured AS (
  SELECT
    count(*)                                                                            AS patients,
    count(*) FILTER (WHERE smoking_status = 'current')                                  AS smokers,
    count(*) FILTER (WHERE alcohol_frequency IN ('rarely', 'occasionally', 'regularly', 'daily')) AS drinkers,
    round(avg(height_cm), 2)                                                            AS average_height_cm,
    round(avg(weight_kg), 2)                                                            AS average_weight_kg,
    round(avg(weight_kg / (height_cm / 100) ^ 2), 2)                                    AS average_bmi
  FROM patient
)
SELECT patients, hypertension, diabetes, high_cholesterol, smokers, drinkers,
       average_height_cm, average_weight_kg, average_bmi
FROM measured CROSS JOIN diagnosed;
COMMENT ON VIEW vw_health_condition_stats IS 'One row about all active and living patients.';
COMMENT ON COLUMN vw_health_condition_stats.hypertension IS 'patients who have a condition of the group now; so the next two';
COMMENT ON COLUMN vw_health_condition_stats.high_cholesterol IS 'the condition group hyperlipidemia';
COMMENT ON COLUMN vw_health_condition_stats.smokers IS 'who smoke now';
COMMENT ON COLUMN vw_health_condition_stats.drinkers IS 'who drink alcohol, however rarely';
COMMENT ON COLUMN vw_health_condition_stats.average_bmi IS 'kg/m², of those whose height and weight are known; NULL without any';
-- From sql/views/050_vw_dashboard_overview.sql
CREATE VIEW vw_dashboard_overview WITH (security_invoker = true) AS
SELECT
  p.total                                AS total_patients,
  d.total                                AS total_doctors,
  (SELECT count(*) FROM medical_institutions WHERE active) AS total_institutions,
  (SELECT count(*) FROM users WHERE active) AS total_users,
  p.validated                            AS validated_patients,
  d.average_fee                          AS average_consultation_fee,
  percentage(p.full_access, p.total)     AS full_access_percentage
FROM (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated,
         count(*) FILTER (WHERE validation_status = 'full_access') AS full_access
  FROM patients
  WHERE active AND deceased_at IS NULL
) p
CROSS JOIN (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee
  FROM doctors
  WHERE status = 'active'
) d;
COMMENT ON VIEW vw_dashboard_overview IS 'One row of totals.';
COMMENT ON COLUMN vw_dashboard_overview.total_patients IS 'active and living';
COMMENT ON COLUMN vw_dashboard_overview.total_doctors IS 'of status active';
COMMENT ON COLUMN vw_dashboard_overview.total_institutions IS 'active';
COMMENT ON COLUMN vw_dashboard_overview.total_users IS 'active accounts of patients, doctors and institutions';
COMMENT ON COLUMN vw_dashboard_overview.validated_patients IS 'validated by doctor and institution: institution_validated or full_access';
COMMENT ON COLUMN vw_dashboard_overview.average_consultation_fee IS 'of active doctors who have one; NULL without any';
-- From sql/views/060_vw_doctor_specialty_distribution.sql
CREATE VIEW vw_doctor_specialty_distribution WITH (security_invoker = true) AS
SELECT
  specialty.code                                    AS specialty_code,
  specialty.name                                    AS specialty,
  category.name                                     AS specialty_category,
  count(*)                                          AS doctors,
  percentage(count(*), sum(count(*)) OVER ()::bigint) AS percentage,
  round(avg(d.years_experience), 2)                 AS average_years_experience,
  round(avg(d.consultation_fee), 2)                 AS average_consultation_fee
FROM doctors d
JOIN doctor_specialties specialty ON specialty.id = d.specialty_id
JOIN specialty_categories category ON category.id = specialty.category_id
WHERE d.status = 'active'
GROUP BY specialty.id, category.id;
COMMENT ON VIEW vw_doctor_specialty_distribution IS 'A row a specialty that active doctors have.';
COMMENT ON COLUMN vw_doctor_specialty_distribution.percentage IS 'of all active doctors';
-- From sql/views/070_vw_geographic_distribution.sql
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
-- From sql/views/080_vw_health_condition_prevalence.sql
CREATE VIEW vw_health_condition_prevalence WITH (security_invoker = true) AS
WITH patient AS (
  SELECT id FROM patients WHERE active AND deceased_at IS NULL
), diagnosed AS (
  SELECT pc.condition_id, count(DISTINCT pc.patient_id) AS patients
  FROM patient_conditions pc
  JOIN patient ON patient.id = pc.patient_id
  WHERE pc.status IN ('active', 'recurrence', 'relapse')
  GROUP BY pc.condition_id
)
SELECT
  c.code_system,
  c.code,
  c.name                                                   AS condition,
  c.condition_group,
  diagnosed.patients,
  percentage(diagnosed.patients, (SELECT count(*) FROM patient)) AS percentage
FROM diagnosed
JOIN medical_conditions c ON c.id = diagnosed.condition_id;
COMMENT ON VIEW vw_health_condition_prevalence IS 'A row a condition that any active and living patient has now.';
COMMENT ON COLUMN vw_health_condition_prevalence.patients IS 'each once, however many episodes';
COMMENT ON COLUMN vw_health_condition_prevalence.percentage IS 'of all active and living patients';
-- From sql/views/090_vw_patient_validation_status.sql
CREATE VIEW vw_patient_validation_status WITH (security_invoker = true) AS
SELECT
  s.status                                                  AS validation_status,
  count(p.id)                                               AS patients,
  percentage(count(p.id), sum(count(p.id)) OVER ()::bigint) AS percentage
FROM unnest(ARRAY['pending', 'doctor_validated', 'institution_validated', 'full_access', 'rejected'])
  WITH ORDINALITY AS s (status, place)
LEFT JOIN patients p ON p.validation_status = s.status AND p.active AND p.deceased_at IS NULL
GROUP BY s.status, s.place
ORDER BY s.place;
COMMENT ON VIEW vw_patient_validation_status IS 'A row a validation status, those without patients too.';
COMMENT ON COLUMN vw_patient_validation_status.patients IS 'active and living';
COMMENT ON COLUMN vw_patient_validation_status.percentage IS 'of all active and living patients; 0 without any';
-- What the statements above leave different
ALTER TABLE revocations DROP CONSTRAINT revocations_subject_type;
ALTER TABLE revocations ADD CONSTRAINT revocations_subject_type CHECK ((subject_type IN ('session', 'service_account_secret')));
GRANT SELECT ON TABLE vw_dashboard_overview TO predicthealth_app;
GRANT SELECT ON TABLE vw_doctor_performance TO predicthealth_app;
GRANT SELECT ON TABLE vw_doctor_specialty_distribution TO predicthealth_app;
GRANT SELECT ON TABLE vw_geographic_distribution TO predicthealth_app;
GRANT SELECT ON TABLE vw_health_condition_prevalence TO predicthealth_app;
GRANT SELECT ON TABLE vw_health_condition_stats TO predicthealth_app;
GRANT SELECT ON TABLE vw_monthly_registrations TO predicthealth_app;
GRANT SELECT ON TABLE vw_patient_demographics TO predicthealth_app;
GRANT SELECT ON TABLE vw_patient_validation_status TO predicthealth_app;
