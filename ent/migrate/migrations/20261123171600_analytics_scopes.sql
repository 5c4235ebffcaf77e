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
-- Functions that go, or whose signature changes
DROP FUNCTION sp_get_doctor_performance_stats(uuid);
DROP FUNCTION sp_get_institution_analytics(uuid);
DROP FUNCTION sp_get_patient_stats_by_month(integer);
-- From sql/functions/counted_doctors.sql
CREATE OR REPLACE FUNCTION counted_doctors(p_institution_id uuid, p_doctor_id uuid) RETURNS SETOF doctors
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT * FROM doctors d
WHERE d.status = 'active'
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
  AND (p_doctor_id IS NULL OR d.id = p_doctor_id)
$$;
-- From sql/functions/counted_patients.sql
CREATE OR REPLACE FUNCTION counted_patients(p_institution_id uuid, p_doctor_id uuid) RETURNS SETOF patients
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT * FROM patients p
WHERE p.active AND p.deceased_at IS NULL
  AND (p_institution_id IS NULL OR p.institution_id = p_institution_id)
  AND (p_doctor_id IS NULL OR p.doctor_id = p_doctor_id)
$$;
-- From sql/procedures/sp_get_dashboard_overview.sql
CREATE OR REPLACE FUNCTION sp_get_dashboard_overview(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    total_patients           bigint,
    total_doctors            bigint,
    total_institutions       bigint,
    total_users              bigint,
    validated_patients       bigint,
    average_consultation_fee numeric,
    full_access_percentage   numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  p.total,
  d.total,
  (SELECT count(*) FROM medical_institutions i WHERE i.active AND (p_institution_id IS NULL OR i.id = p_institution_id)),
  (SELECT count(*) FROM users u WHERE u.active AND (
    p_institution_id IS NULL AND p_doctor_id IS NULL
    OR u.institution_id = p_institution_id AND p_doctor_id IS NULL
    OR u.doctor_id IN (
      SELECT id FROM doctors
      WHERE (p_institution_id IS NULL OR institution_id = p_institution_id) AND (p_doctor_id IS NULL OR id = p_doctor_id))
    OR u.patient_id IN (
      SELECT id FROM patients
      WHERE (p_institution_id IS NULL OR institution_id = p_institution_id) AND (p_doctor_id IS NULL OR doctor_id = p_doctor_id)))),
  p.validated,
  d.average_fee,
  percentage(p.full_access, p.total)
FROM (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated,
         count(*) FILTER (WHERE validation_status = 'full_access') AS full_access
  FROM counted_patients(p_institution_id, p_doctor_id)
) p
CROSS JOIN (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee
  FROM counted_doctors(p_institution_id, p_doctor_id)
) d
$$;
-- From sql/procedures/sp_get_doctor_performance_stats.sql
CREATE OR REPLACE FUNCTION sp_get_doctor_performance_stats(
  p_doctor_id      uuid DEFAULT NULL,
  p_institution_id uuid DEFAULT NULL
)
  RETURNS TABLE (
    doctor_id              uuid,
    doctor_name            text,
    institution_id         uuid,
    institution_name       text,
    patients               bigint,
    average_age            numeric,
    full_access_percentage numeric,
    top_conditions         jsonb
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
SELECT
  d.id,
  d.first_name || ' ' || d.last_name,
  i.id,
  i.name,
  care.patients,
  care.average_age,
  percentage(care.full_access, care.patients),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(top) ORDER BY top.patients DESC, top.code_system, top.code), '[]')
    FROM (
      SELECT c.code_system, c.code, c.name, count(DISTINCT p.id) AS patients
      FROM patients p
      JOIN patient_conditions pc ON pc.patient_id = p.id AND pc.status IN ('active', 'recurrence', 'relapse')
      JOIN medical_conditions c ON c.id = pc.condition_id
      WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
      GROUP BY c.id
      ORDER BY patients DESC, c.code_system, c.code
      LIMIT 5
    ) top
  )
FROM doctors d
JOIN medical_institutions i ON i.id = d.institution_id
CROSS JOIN LATERAL (
  SELECT count(*) AS patients,
         round(avg(age_in_years(p.date_of_birth, utc_today())), 2) AS average_age,
         count(*) FILTER (WHERE p.validation_status = 'full_access') AS full_access
  FROM patients p
  WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
) care
WHERE (p_doctor_id IS NULL OR d.id = p_doctor_id)
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
ORDER BY d.last_name, d.first_name, d.id
$$;
-- From sql/procedures/sp_get_doctor_specialty_distribution.sql
CREATE OR REPLACE FUNCTION sp_get_doctor_specialty_distribution(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    specialty_code           text,
    specialty                text,
    specialty_category       text,
    doctors                  bigint,
    percentage               numeric,
    average_years_experience numeric,
    average_consultation_fee numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  specialty.code,
  specialty.name,
  category.name,
  count(*),
  percentage(count(*), sum(count(*)) OVER ()::bigint),
  round(avg(d.years_experience), 2),
  round(avg(d.consultation_fee), 2)
FROM counted_doctors(p_institution_id, p_doctor_id) d
JOIN doctor_specialties specialty ON specialty.id = d.specialty_id
JOIN specialty_categories category ON category.id = specialty.category_id
GROUP BY specialty.id, category.id
$$;
-- From sql/procedures/sp_get_geographic_distribution.sql
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
-- From sql/procedures/sp_get_health_condition_prevalence.sql
CREATE OR REPLACE FUNCTION sp_get_health_condition_prevalence(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    code_system     text,
    code            text,
    condition       text,
    condition_group text,
    patients        bigint,
    percentage      numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH patient AS (
  SELECT id FROM counted_patients(p_institution_id, p_doctor_id)
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
  c.name,
  c.condition_group,
  diagnosed.patients,
  percentage(diagnosed.patients, (SELECT count(*) FROM patient))
FROM diagnosed
JOIN medical_conditions c ON c.id = diagnosed.condition_id
$$;
-- From sql/procedures/sp_get_health_condition_stats.sql
CREATE OR REPLACE FUNCTION sp_get_health_condition_stats(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    patients          bigint,
    hypertension      bigint,
    diabetes          bigint,
    high_cholesterol  bigint,
    smokers           bigint,
    drinkers          bigint,
    average_height_cm numeric,
    average_weight_kg numeric,
    average_bmi       numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH patient AS (
  SELECT p.id, h.smoking_status, h.alcohol_frequency, h.height_cm, h.weight_kg
  FROM counted_patients(p_institution_id, p_doctor_id) p
  LEFT JOIN health_profiles h ON h.patient_id = p.id
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
SELECT measured.patients, hypertension, diabetes, high_cholesterol, smokers, drinkers,
       average_height_cm, average_weight_kg, average_bmi
FROM measured CROSS JOIN diagnosed
$$;
-- From sql/procedures/sp_get_institution_analytics.sql
CREATE OR REPLACE FUNCTION sp_get_institution_analytics(p_institution_id uuid, p_doctor_id uuid DEFAULT NULL)
  RETURNS TABLE (
    institution_id           uuid,
    institution_name         text,
    patients                 bigint,
    doctors                  bigint,
    average_consultation_fee numeric,
    most_common_specialty    text,
    patients_per_doctor      numeric,
    validated_percentage     numeric,
    condition_mix            jsonb
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
WITH patient AS (
  SELECT id, validation_status FROM counted_patients(p_institution_id, p_doctor_id)
), doctor AS (
  SELECT consultation_fee, specialty_id FROM counted_doctors(p_institution_id, p_doctor_id)
), patient_total AS (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated
  FROM patient
), doctor_total AS (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee FROM doctor
), mix AS (
  SELECT c.code_system, c.code, c.name, count(DISTINCT patient.id) AS patients
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id AND pc.status IN ('active', 'recurrence', 'relapse')
  JOIN medical_conditions c ON c.id = pc.condition_id
  GROUP BY c.id
)
SELECT
  i.id,
  i.name,
  pt.total,
  dt.total,
  dt.average_fee,
  (
    SELECT s.name FROM doctor JOIN doctor_specialties s ON s.id = doctor.specialty_id
    GROUP BY s.id ORDER BY count(*) DESC, s.code LIMIT 1
  ),
  round(pt.total::numeric / nullif(dt.total, 0), 2),
  percentage(pt.validated, pt.total),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(mix) || jsonb_build_object('percentage', percentage(mix.patients, pt.total))
                              ORDER BY mix.patients DESC, mix.code_system, mix.code), '[]')
    FROM mix
  )
FROM medical_institutions i
CROSS JOIN patient_total pt
CROSS JOIN doctor_total dt
WHERE i.id = p_institution_id
$$;
-- From sql/procedures/sp_get_monthly_registrations.sql
CREATE OR REPLACE FUNCTION sp_get_monthly_registrations(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (month date, total bigint, by_sex jsonb, by_gender jsonb)
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH registered AS (
  SELECT date_trunc('month', utc_date(p.created_at)::timestamp)::date AS month,
         sex.code AS sex, coalesce(gender.code, 'unspecified') AS gender
  FROM counted_patients(p_institution_id, p_doctor_id) p
  JOIN sexes sex ON sex.id = p.sex_id
  LEFT JOIN genders gender ON gender.id = p.gender_id
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
FROM by_sex JOIN by_gender USING (month)
$$;
-- From sql/procedures/sp_get_patient_stats_by_month.sql
CREATE OR REPLACE FUNCTION sp_get_patient_stats_by_month(
  p_year           integer,
  p_institution_id uuid DEFAULT NULL,
  p_doctor_id      uuid DEFAULT NULL
)
  RETURNS TABLE (
    month                 date,
    new_patients          bigint,
    cumulative_patients   bigint,
    average_age           numeric,
    pending               bigint,
    doctor_validated      bigint,
    institution_validated bigint,
    full_access           bigint,
    rejected              bigint
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
WITH patient AS (
  SELECT validation_status AS status, age_in_years(date_of_birth, utc_date(created_at)) AS age,
         date_trunc('month', utc_date(created_at)::timestamp)::date AS month
  FROM counted_patients(p_institution_id, p_doctor_id)
  WHERE utc_date(created_at) < make_date(p_year + 1, 1, 1)
)
SELECT
  m.month,
  count(p.month),
  (SELECT count(*) FROM patient before WHERE before.month < make_date(p_year, 1, 1))
    + (sum(count(p.month)) OVER (ORDER BY m.month))::bigint,
  round(avg(p.age), 2),
  count(*) FILTER (WHERE p.status = 'pending'),
  count(*) FILTER (WHERE p.status = 'doctor_validated'),
  count(*) FILTER (WHERE p.status = 'institution_validated'),
  count(*) FILTER (WHERE p.status = 'full_access'),
  count(*) FILTER (WHERE p.status = 'rejected')
FROM (SELECT make_date(p_year, n, 1) FROM generate_series(1, 12) n) AS m (month)
LEFT JOIN patient p ON p.month = m.month
GROUP BY m.month
ORDER BY m.month
$$;
-- From sql/procedures/sp_get_patient_validation_status.sql
CREATE OR REPLACE FUNCTION sp_get_patient_validation_status(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (validation_status text, patients bigint, percentage numeric)
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  s.status,
  count(p.id),
  percentage(count(p.id), sum(count(p.id)) OVER ()::bigint)
FROM unnest(ARRAY['pending', 'doctor_validated', 'institution_validated', 'full_access', 'rejected'])
  WITH ORDINALITY AS s (status, place)
LEFT JOIN counted_patients(p_institution_id, p_doctor_id) p ON p.validation_status = s.status
GROUP BY s.status, s.place
ORDER BY s.place
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
-- From sql/roles/020_grants.sql
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO predicthealth_app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM predicthealth_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  -- catalogs
  countries, regions, institution_types, sexes, genders, blood_types, blood_type_compatibilities, email_types,
  phone_types, specialty_categories, doctor_specialties, medical_conditions, medications, allergies,
  allergic_reactions,
  -- institutions, doctors, patients and what belongs to them
  medical_institutions, doctors, patients, health_profiles, identifiers, emails, phones, addresses,
  patient_conditions, patient_medications, patient_allergies, patient_family_history,
  -- accounts
  users, sessions, refresh_tokens, one_time_tokens, service_accounts, service_account_secrets, cms_users, cms_roles,
  cms_role_permissions, login_throttles, rate_limits,
  -- the program's own queues
  idempotency_keys, mail_queue, audit_spools
TO predicthealth_app;
GRANT SELECT, INSERT, UPDATE ON user_credentials, cms_user_credentials TO predicthealth_app;
GRANT SELECT ON cms_permissions, system_settings TO predicthealth_app;
GRANT UPDATE (value) ON system_settings TO predicthealth_app;
GRANT SELECT, INSERT, DELETE ON revocations TO predicthealth_app;
GRANT SELECT, INSERT ON audit_inbox TO predicthealth_app;
GRANT SELECT ON audit_events, patient_validation_events TO predicthealth_app;
GRANT SELECT ON patient_validation_transitions TO predicthealth_app;
GRANT SELECT ON
  vw_patient_demographics, vw_doctor_performance, vw_monthly_registrations, vw_health_condition_stats,
  vw_dashboard_overview, vw_doctor_specialty_distribution, vw_geographic_distribution,
  vw_health_condition_prevalence, vw_patient_validation_status
TO predicthealth_app;
REVOKE EXECUTE ON ROUTINE
  set_updated_at, check_patient_dates, check_patient_history, check_condition_dates, check_medication_dates,
  check_allergy_dates, check_smoking_years, enforce_patient_validation, record_patient_validation,
  refuse_clinical_date, immutable_unaccent, utc_today, utc_date, age_in_years, percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
FROM PUBLIC;
GRANT EXECUTE ON ROUTINE
  immutable_unaccent, utc_today, utc_date, age_in_years, percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
TO predicthealth_app;
