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
-- From sql/functions/ensure_audit_partitions.sql
CREATE OR REPLACE FUNCTION ensure_audit_partitions(months_ahead integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  SET timezone = 'UTC'
  AS $$
DECLARE
  first_month timestamptz := date_trunc('month', now());
  month       timestamptz;
  partition   text;
  made        integer := 0;
BEGIN
  IF months_ahead IS NULL OR months_ahead NOT BETWEEN 0 AND 120 THEN
    RAISE 'months_ahead is %, want 0 to 120', months_ahead USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ensure_audit_partitions'));

  FOR ahead IN 0 .. months_ahead LOOP
    month := first_month + make_interval(months => ahead);
    partition := to_char(month, '"audit_events_"YYYY_MM');
    CONTINUE WHEN to_regclass(partition) IS NOT NULL;

    -- What is being sealed right now goes to the default partition too: wait for it, and keep more away.
    LOCK TABLE audit_events_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE %I (LIKE audit_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition);
    EXECUTE format('WITH moved AS (DELETE FROM audit_events_default WHERE sealed_at >= $1 AND sealed_at < $2 RETURNING *)
                    INSERT INTO %I SELECT * FROM moved', partition) USING month, month + interval '1 month';
    EXECUTE format('ALTER TABLE audit_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   partition, month, month + interval '1 month');
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
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
SELECT * FROM sp_get_monthly_registrations(NULL, NULL);
COMMENT ON VIEW vw_monthly_registrations IS
  'Registrations of today''s active and living patients; months without any have no row.';
COMMENT ON COLUMN vw_monthly_registrations.month IS 'the month''s first day (UTC)';
COMMENT ON COLUMN vw_monthly_registrations.by_sex IS 'an object: code of a sex → patients';
COMMENT ON COLUMN vw_monthly_registrations.by_gender IS 'an object: code of a gender, or unspecified → patients';
-- From sql/views/040_vw_health_condition_stats.sql
CREATE VIEW vw_health_condition_stats WITH (security_invoker = true) AS
SELECT * FROM sp_get_health_condition_stats(NULL, NULL);
COMMENT ON VIEW vw_health_condition_stats IS 'One row about all active and living patients.';
COMMENT ON COLUMN vw_health_condition_stats.hypertension IS 'patients who have a condition of the group now; so the next two';
COMMENT ON COLUMN vw_health_condition_stats.high_cholesterol IS 'the condition group hyperlipidemia';
COMMENT ON COLUMN vw_health_condition_stats.smokers IS 'who smoke now';
COMMENT ON COLUMN vw_health_condition_stats.drinkers IS 'who drink alcohol, however rarely';
COMMENT ON COLUMN vw_health_condition_stats.average_bmi IS 'kg/m², of those whose height and weight are known; NULL without any';
-- From sql/views/050_vw_dashboard_overview.sql
CREATE VIEW vw_dashboard_overview WITH (security_invoker = true) AS
SELECT * FROM sp_get_dashboard_overview(NULL, NULL);
COMMENT ON VIEW vw_dashboard_overview IS 'One row of totals.';
COMMENT ON COLUMN vw_dashboard_overview.total_patients IS 'active and living';
COMMENT ON COLUMN vw_dashboard_overview.total_doctors IS 'of status active';
COMMENT ON COLUMN vw_dashboard_overview.total_institutions IS 'active';
COMMENT ON COLUMN vw_dashboard_overview.total_users IS 'active accounts of patients, doctors and institutions';
COMMENT ON COLUMN vw_dashboard_overview.validated_patients IS 'validated by doctor and institution: institution_validated or full_access';
COMMENT ON COLUMN vw_dashboard_overview.average_consultation_fee IS 'of active doctors who have one; NULL without any';
-- From sql/views/060_vw_doctor_specialty_distribution.sql
CREATE VIEW vw_doctor_specialty_distribution WITH (security_invoker = true) AS
SELECT * FROM sp_get_doctor_specialty_distribution(NULL, NULL);
COMMENT ON VIEW vw_doctor_specialty_distribution IS 'A row a specialty that active doctors have.';
COMMENT ON COLUMN vw_doctor_specialty_distribution.percentage IS 'of all active doctors';
-- From sql/views/070_vw_geographic_distribution.sql
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
-- From sql/views/080_vw_health_condition_prevalence.sql
CREATE VIEW vw_health_condition_prevalence WITH (security_invoker = true) AS
SELECT * FROM sp_get_health_condition_prevalence(NULL, NULL);
COMMENT ON VIEW vw_health_condition_prevalence IS 'A row a condition that any active and living patient has now.';
COMMENT ON COLUMN vw_health_condition_prevalence.patients IS 'each once, however many episodes';
COMMENT ON COLUMN vw_health_condition_prevalence.percentage IS 'of all active and living patients';
-- From sql/views/090_vw_patient_validation_status.sql
CREATE VIEW vw_patient_validation_status WITH (security_invoker = true) AS
SELECT * FROM sp_get_patient_validation_status(NULL, NULL);
COMMENT ON VIEW vw_patient_validation_status IS 'A row a validation status, those without patients too.';
COMMENT ON COLUMN vw_patient_validation_status.patients IS 'active and living';
COMMENT ON COLUMN vw_patient_validation_status.percentage IS 'of all active and living patients; 0 without any';
-- What the statements above leave different
GRANT SELECT ON TABLE vw_dashboard_overview TO predicthealth_app;
GRANT SELECT ON TABLE vw_doctor_performance TO predicthealth_app;
GRANT SELECT ON TABLE vw_doctor_specialty_distribution TO predicthealth_app;
GRANT SELECT ON TABLE vw_geographic_distribution TO predicthealth_app;
GRANT SELECT ON TABLE vw_health_condition_prevalence TO predicthealth_app;
GRANT SELECT ON TABLE vw_health_condition_stats TO predicthealth_app;
GRANT SELECT ON TABLE vw_monthly_registrations TO predicthealth_app;
GRANT SELECT ON TABLE vw_patient_demographics TO predicthealth_app;
GRANT SELECT ON TABLE vw_patient_validation_status TO predicthealth_app;
