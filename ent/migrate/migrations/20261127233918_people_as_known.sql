-- Modify "countries" table
ALTER TABLE "countries" ADD COLUMN "other_names" character varying(300) NOT NULL DEFAULT '';
-- Modify "doctors" table
ALTER TABLE "doctors" DROP CONSTRAINT "doctors_first_name_not_blank", ADD CONSTRAINT "doctors_first_name_not_blank" CHECK (((first_name)::text = ''::text) OR ((first_name)::text ~ '[^[:space:]\u00a0\u180e\u200b-\u200d\u2060\ufeff]'::text)) NOT VALID;
-- Modify "patients" table
ALTER TABLE "patients" DROP CONSTRAINT "patients_age_at_death", DROP CONSTRAINT "patients_deceased_after_birth", DROP CONSTRAINT "patients_first_name_not_blank", ADD CONSTRAINT "patients_age_at_death" CHECK (deceased_date < (date_of_birth +
CASE date_of_birth_precision
    WHEN 'year'::text THEN '122 years'::interval
    WHEN 'month'::text THEN '121 years 1 mon'::interval
    ELSE '121 years'::interval
END)) NOT VALID, ADD CONSTRAINT "patients_deceased_after_birth" CHECK ((deceased_date >= date_of_birth) OR (deceased_date = date_trunc((deceased_date_precision)::text, (date_of_birth)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patients_first_name_not_blank" CHECK (((first_name)::text = ''::text) OR ((first_name)::text ~ '[^[:space:]\u00a0\u180e\u200b-\u200d\u2060\ufeff]'::text)) NOT VALID, ADD CONSTRAINT "patients_date_of_birth_period" CHECK (((date_of_birth_precision)::text = 'day'::text) OR (date_of_birth = date_trunc((date_of_birth_precision)::text, (date_of_birth)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patients_date_of_birth_precision" CHECK (date_of_birth_precision IN ('day', 'month', 'year')) NOT VALID, ADD CONSTRAINT "patients_deceased_at_on_date" CHECK ((deceased_at IS NULL) OR ((deceased_date IS NOT NULL) AND ((deceased_date_precision)::text = 'day'::text) AND ((((deceased_at AT TIME ZONE 'UTC'::text))::date >= (deceased_date - 1)) AND (((deceased_at AT TIME ZONE 'UTC'::text))::date <= (deceased_date + 1))))) NOT VALID, ADD CONSTRAINT "patients_deceased_date_of_the_deceased" CHECK (deceased OR (deceased_date IS NULL)) NOT VALID, ADD CONSTRAINT "patients_deceased_date_period" CHECK (((deceased_date_precision)::text = 'day'::text) OR (deceased_date = date_trunc((deceased_date_precision)::text, (deceased_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patients_deceased_date_precision" CHECK (deceased_date_precision IN ('day', 'month', 'year')) NOT VALID;
-- From sql/functions/check_patient_dates.sql
CREATE OR REPLACE FUNCTION check_patient_dates() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
BEGIN
  NEW.deceased_date := coalesce(NEW.deceased_date, utc_date(NEW.deceased_at));
  IF TG_OP = 'INSERT' OR OLD.deceased_date IS NULL THEN
    NEW.deceased := NEW.deceased OR NEW.deceased_date IS NOT NULL;
  END IF;
  IF NEW.date_of_birth > latest_today() THEN
    RAISE 'date of birth % is in the future', NEW.date_of_birth
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_date_of_birth_not_in_future';
  END IF;
  IF NEW.deceased_at > clock_timestamp() THEN
    RAISE 'time of death % is in the future', NEW.deceased_at
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'deceased_at', CONSTRAINT = 'patients_deceased_at_not_in_future';
  END IF;
  IF NEW.deceased_date > latest_today() THEN
    RAISE 'date of death % is in the future', NEW.deceased_date
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'deceased_date', CONSTRAINT = 'patients_deceased_date_not_in_future';
  END IF;
  IF NOT NEW.deceased AND utc_today() >= period_end(NEW.date_of_birth, NEW.date_of_birth_precision) + interval '121 years' THEN
    RAISE 'born on %, a living patient would be older than 120 years', NEW.date_of_birth
      USING ERRCODE = 'PH003', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_age_of_the_living';
  END IF;
  RETURN NEW;
END
$$;
-- From sql/functions/check_patient_history.sql
CREATE OR REPLACE FUNCTION check_patient_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  earliest date;
  years    smallint;
BEGIN
  PERFORM FROM patients WHERE id = OLD.id FOR UPDATE;

  earliest := earliest_clinical_date(OLD.id);
  IF earliest < NEW.date_of_birth THEN
    RAISE 'date of birth % is after a clinical date of the patient, %', NEW.date_of_birth, earliest
      USING ERRCODE = 'PH002', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_history_after_birth';
  END IF;

  SELECT smoking_years INTO years FROM health_profiles WHERE patient_id = OLD.id;
  IF years > age_in_years(NEW.date_of_birth, coalesce(period_end(NEW.deceased_date, NEW.deceased_date_precision), utc_today())) THEN
    RAISE 'the patient''s % years of smoking would be more than the age', years
      USING ERRCODE = 'PH004', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_smoking_years_within_age';
  END IF;
  RETURN NEW;
END
$$;
-- From sql/functions/check_smoking_years.sql
CREATE OR REPLACE FUNCTION check_smoking_years() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  bad record;
BEGIN
  PERFORM FROM patients WHERE id IN (SELECT patient_id FROM new_rows WHERE smoking_years IS NOT NULL) FOR KEY SHARE;

  SELECT n.smoking_years, a.age INTO bad
  FROM new_rows n
  JOIN patients p ON p.id = n.patient_id
  CROSS JOIN LATERAL (SELECT age_in_years(p.date_of_birth, 
    coalesce(period_end(p.deceased_date, p.deceased_date_precision), utc_today()))) AS a (age)
  WHERE n.smoking_years > a.age
  LIMIT 1;
  IF FOUND THEN
    RAISE '% years of smoking are more than the age, %', bad.smoking_years, bad.age
      USING ERRCODE = 'PH004', TABLE = 'health_profiles', COLUMN = 'smoking_years',
            CONSTRAINT = 'health_profiles_smoking_years_within_age';
  END IF;
  RETURN NULL;
END
$$;
-- From sql/functions/counted_patients.sql
CREATE OR REPLACE FUNCTION counted_patients(p_institution_id uuid, p_doctor_id uuid) RETURNS SETOF patients
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT * FROM patients p
WHERE p.active AND NOT p.deceased
  AND (p_institution_id IS NULL OR p.institution_id = p_institution_id)
  AND (p_doctor_id IS NULL OR p.doctor_id = p_doctor_id)
$$;
-- From sql/functions/z_age_of.sql
CREATE OR REPLACE FUNCTION age_of(born date, deceased boolean, died date) RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$ SELECT age_in_years(born, CASE WHEN deceased THEN died ELSE utc_today() END) $$;
-- From sql/procedures/sp_create_patient_with_profile.sql
CREATE OR REPLACE PROCEDURE sp_create_patient_with_profile(
  p_registration            jsonb,
  INOUT p_patient_id        uuid DEFAULT NULL,
  INOUT p_user_id           uuid DEFAULT NULL,
  INOUT p_health_profile_id uuid DEFAULT NULL,
  INOUT p_institution_id    uuid DEFAULT NULL,
  INOUT p_created_at        timestamptz DEFAULT NULL
)
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
DECLARE
  patient           record;
  profile           record;
  account_email     text := p_registration #>> '{account,email}';
  key               record;
  unknown           record;
  unknown_members   text;
  doctor_status     doctors.status%TYPE;
  broken_constraint text;
  broken_table      text;
  broken_column     text;
BEGIN
  SELECT * INTO patient FROM jsonb_to_record(p_registration) AS r (
    doctor_id uuid, institution_id uuid, first_name text, last_name text, date_of_birth date,
    date_of_birth_precision text, sex text, gender text,
    emergency_contact jsonb, health_profile jsonb, emails jsonb, phones jsonb, account jsonb, actor jsonb, event jsonb);
  SELECT * INTO profile FROM jsonb_to_record(coalesce(patient.health_profile, '{}')) AS r (
    height_cm numeric, weight_kg numeric, blood_type text, smoking_status text, smoking_years integer,
    alcohol_frequency text, weekly_activity_minutes integer, notes text);

  SELECT string_agg(name, ', ') INTO unknown_members FROM (
    SELECT jsonb_object_keys(p_registration - ARRAY(SELECT jsonb_object_keys(to_jsonb(patient))))
    UNION ALL SELECT jsonb_object_keys(patient.health_profile - ARRAY(SELECT jsonb_object_keys(to_jsonb(profile))))
    UNION ALL SELECT jsonb_object_keys(patient.account - 'email')
  ) AS member (name);
  IF unknown_members IS NOT NULL THEN
    RAISE 'a registration has no %', unknown_members USING ERRCODE = 'PH026';
  END IF;

  SELECT status, institution_id INTO doctor_status, p_institution_id FROM doctors
  WHERE id = patient.doctor_id AND institution_id = coalesce(patient.institution_id, institution_id) FOR SHARE;
  IF doctor_status <> 'active' THEN
    RAISE 'the doctor is not active'
      USING ERRCODE = 'PH021', TABLE = 'patients', COLUMN = 'doctor_id', CONSTRAINT = 'patients_doctor_active';
  END IF;
  IF patient.actor ->> 'type' = 'user'
     AND EXISTS (SELECT FROM medical_institutions WHERE id = p_institution_id AND NOT active) THEN
    RAISE 'the institution is not active'
      USING ERRCODE = 'PH027', TABLE = 'patients', COLUMN = 'institution_id', CONSTRAINT = 'patients_institution_active';
  END IF;

  SELECT (SELECT id FROM sexes WHERE code = patient.sex AND active) AS sex,
         (SELECT id FROM genders WHERE code = patient.gender AND active) AS gender,
         (SELECT id FROM blood_types WHERE code = profile.blood_type AND active) AS blood_type
  INTO key;
  SELECT code.* INTO unknown FROM (
    SELECT 'patients', 'sex_id', patient.sex, key.sex IS NOT NULL
    UNION ALL SELECT 'patients', 'gender_id', patient.gender, key.gender IS NOT NULL
    UNION ALL SELECT 'health_profiles', 'blood_type_id', profile.blood_type, key.blood_type IS NOT NULL
    UNION ALL SELECT 'emails', 'email_type_id', e.type, EXISTS (SELECT FROM email_types WHERE code = e.type AND active)
              FROM jsonb_to_recordset(coalesce(patient.emails, '[]')) AS e (type text)
    UNION ALL SELECT 'phones', 'phone_type_id', e.type, EXISTS (SELECT FROM phone_types WHERE code = e.type AND active)
              FROM jsonb_to_recordset(coalesce(patient.phones, '[]')) AS e (type text)
  ) AS code (table_name, column_name, value, known)
  WHERE code.value IS NOT NULL AND NOT code.known
  LIMIT 1;
  IF FOUND THEN
    RAISE 'the catalog has no entry %', quote_literal(unknown.value)
      USING ERRCODE = 'PH024', TABLE = unknown.table_name, COLUMN = unknown.column_name,
            CONSTRAINT = unknown.table_name || '_' || unknown.column_name || '_known';
  END IF;

  IF patient.actor IS NOT NULL THEN
    PERFORM set_config('predicthealth.actor_type', patient.actor ->> 'type', true),
            set_config('predicthealth.actor_id', coalesce(patient.actor ->> 'id', ''), true);
  END IF;

  INSERT INTO patients (id, doctor_id, institution_id, sex_id, gender_id, first_name, last_name, date_of_birth,
                        date_of_birth_precision, emergency_contact_name, emergency_contact_phone)
  VALUES (coalesce(p_patient_id, gen_random_uuid()), patient.doctor_id, coalesce(p_institution_id, patient.institution_id),
          key.sex, key.gender,
          patient.first_name, patient.last_name, patient.date_of_birth, coalesce(patient.date_of_birth_precision, 'day'),
          patient.emergency_contact ->> 'name', patient.emergency_contact ->> 'phone')
  RETURNING id, institution_id, created_at INTO p_patient_id, p_institution_id, p_created_at;

  INSERT INTO health_profiles (id, patient_id, height_cm, height_measured_on, height_source,
                               weight_kg, weight_measured_on, weight_source, blood_type_id,
                               smoking_status, smoking_recorded_on, smoking_source, smoking_years,
                               alcohol_frequency, weekly_activity_minutes, notes)
  SELECT coalesce(p_health_profile_id, gen_random_uuid()), p_patient_id, profile.height_cm, height.day, height.source,
         profile.weight_kg, weight.day, weight.source, key.blood_type,
         coalesce(profile.smoking_status, 'unknown'), smoking.day, smoking.source, profile.smoking_years,
         coalesce(profile.alcohol_frequency, 'unknown'), profile.weekly_activity_minutes, profile.notes
  FROM (SELECT utc_today() AS day, 'entered' AS source) AS here
  LEFT JOIN LATERAL (SELECT here.*) AS height ON profile.height_cm IS NOT NULL
  LEFT JOIN LATERAL (SELECT here.*) AS weight ON profile.weight_kg IS NOT NULL
  LEFT JOIN LATERAL (SELECT here.*) AS smoking ON profile.smoking_status <> 'unknown'
  RETURNING id INTO p_health_profile_id;

  IF account_email IS NULL THEN
    p_user_id := NULL;
  ELSE
    INSERT INTO users (id, user_type, reference_id, email)
    VALUES (coalesce(p_user_id, gen_random_uuid()), 'patient', p_patient_id, account_email)
    RETURNING id INTO p_user_id;
  END IF;

  INSERT INTO emails (entity_type, entity_id, email, email_type_id, is_primary)
  SELECT 'patient', p_patient_id, e.email, t.id,
         coalesce(e.is_primary, false) OR e.place = 1 AND NOT patient.emails @> '[{"is_primary": true}]'
  FROM ROWS FROM (jsonb_to_recordset(coalesce(patient.emails, '[]')) AS (email text, type text, is_primary boolean))
    WITH ORDINALITY AS e (email, type, is_primary, place)
  LEFT JOIN email_types t ON t.code = coalesce(e.type, 'home');

  INSERT INTO phones (entity_type, entity_id, number, country_code, area_code, extension, phone_type_id, is_primary)
  SELECT 'patient', p_patient_id, e.number, e.country_code, e.area_code, e.extension, t.id,
         coalesce(e.is_primary, false) OR e.place = 1 AND NOT patient.phones @> '[{"is_primary": true}]'
  FROM ROWS FROM (jsonb_to_recordset(coalesce(patient.phones, '[]')) AS (number text, country_code text, area_code text,
                                                                         extension text, type text, is_primary boolean))
    WITH ORDINALITY AS e (number, country_code, area_code, extension, type, is_primary, place)
  LEFT JOIN phone_types t ON t.code = coalesce(e.type, 'home');

  IF patient.event IS NOT NULL THEN
    INSERT INTO audit_inbox (id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
                             purpose_of_use, request_id, source_ip, result_count, payload)
    SELECT id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id,
           purpose_of_use, request_id, source_ip, result_count,
           payload || jsonb_build_object('institution_id', p_institution_id)
    FROM jsonb_populate_record(NULL::audit_inbox, patient.event);
  END IF;
EXCEPTION
WHEN numeric_value_out_of_range THEN
  RAISE 'a measure has more digits than a person''s can have'
    USING ERRCODE = 'PH023', TABLE = 'health_profiles', CONSTRAINT = 'health_profiles_digits';
WHEN integrity_constraint_violation THEN
  -- The most common mistakes get an SQLSTATE of their own; the rest is told by the constraint's name.
  GET STACKED DIAGNOSTICS broken_constraint = CONSTRAINT_NAME, broken_table = TABLE_NAME;
  IF broken_constraint = 'patients_doctor_of_institution_fkey' THEN
    RAISE 'the doctor is not of the institution'
      USING ERRCODE = 'PH020', TABLE = broken_table, COLUMN = 'doctor_id', CONSTRAINT = broken_constraint;
  ELSIF broken_constraint = 'users_email_key' THEN
    RAISE 'the e-mail address has an account already'
      USING ERRCODE = 'PH022', TABLE = broken_table, COLUMN = 'email', CONSTRAINT = broken_constraint;
  ELSIF broken_constraint IN ('health_profiles_height_cm', 'health_profiles_weight_kg', 'health_profiles_smoking_years',
                              'health_profiles_weekly_activity_minutes') THEN
    broken_column := replace(broken_constraint, broken_table || '_', '');
    RAISE '% is out of range', broken_column
      USING ERRCODE = 'PH023', TABLE = broken_table, COLUMN = broken_column, CONSTRAINT = broken_constraint;
  END IF;
  RAISE;
END
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
  ltrim(d.first_name || ' ' || d.last_name),
  i.id,
  i.name,
  care.patients,
  care.average_age,
  percentage(care.full_access, care.patients),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(top) ORDER BY top.patient_count DESC, top.code_system, top.code), '[]')
    FROM (
      SELECT c.code_system, c.code, c.name, count(DISTINCT p.id) AS patient_count
      FROM patients p
      JOIN patient_conditions pc ON pc.patient_id = p.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
        AND is_established(pc.verification_status)
      JOIN medical_conditions c ON c.id = pc.condition_id
      WHERE p.doctor_id = d.id AND p.active AND NOT p.deceased
      GROUP BY c.id
      ORDER BY patient_count DESC, c.code_system, c.code
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
  WHERE p.doctor_id = d.id AND p.active AND NOT p.deceased
) care
WHERE (p_doctor_id IS NULL OR d.id = p_doctor_id)
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
ORDER BY d.last_name, d.first_name, d.id
$$;
-- From sql/triggers/patients_check_dates_update.sql
CREATE OR REPLACE TRIGGER check_dates_update BEFORE UPDATE OF date_of_birth, date_of_birth_precision, deceased, deceased_date, deceased_date_precision, deceased_at ON patients
  FOR EACH ROW WHEN (
    (OLD.date_of_birth, OLD.date_of_birth_precision, OLD.deceased, OLD.deceased_date, OLD.deceased_date_precision, OLD.deceased_at)
      IS DISTINCT FROM
    (NEW.date_of_birth, NEW.date_of_birth_precision, NEW.deceased, NEW.deceased_date, NEW.deceased_date_precision, NEW.deceased_at))
  EXECUTE FUNCTION check_patient_dates();
-- From sql/triggers/patients_check_history.sql
CREATE OR REPLACE TRIGGER check_history BEFORE UPDATE OF date_of_birth, date_of_birth_precision, deceased, deceased_date, deceased_date_precision, deceased_at ON patients
  FOR EACH ROW WHEN (
    (OLD.date_of_birth, OLD.date_of_birth_precision, OLD.deceased, OLD.deceased_date, OLD.deceased_date_precision, OLD.deceased_at)
      IS DISTINCT FROM
    (NEW.date_of_birth, NEW.date_of_birth_precision, NEW.deceased, NEW.deceased_date, NEW.deceased_date_precision, NEW.deceased_at))
  EXECUTE FUNCTION check_patient_history();
-- From sql/views/010_vw_patient_demographics.sql
CREATE VIEW vw_patient_demographics WITH (security_invoker = true) AS
SELECT
  p.id                                  AS patient_id,
  p.first_name,
  p.last_name,
  p.date_of_birth,
  p.date_of_birth_precision,
  p.deceased,
  p.deceased_date,
  p.deceased_date_precision,
  p.deceased_at,
  p.active,
  age_of(p.date_of_birth, p.deceased, p.deceased_date) AS age,
  sex.code                              AS sex,
  gender.code                           AS gender,
  email.email                           AS primary_email,
  phone.number                          AS primary_phone,
  p.emergency_contact_name,
  p.emergency_contact_phone,
  d.id                                  AS doctor_id,
  ltrim(d.first_name || ' ' || d.last_name) AS doctor_name,
  i.id                                  AS institution_id,
  i.name                                AS institution_name,
  region.name                           AS institution_region,
  country.name                          AS institution_country,
  blood_type.code                       AS blood_type,
  ARRAY(
    SELECT DISTINCT c.name::text
    FROM patient_conditions pc
    JOIN medical_conditions c ON c.id = pc.condition_id
    WHERE pc.patient_id = p.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
      AND is_established(pc.verification_status)
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
COMMENT ON COLUMN vw_patient_demographics.age IS 'in completed years today (UTC), at death for the deceased; NULL if nobody knows when they died';
COMMENT ON COLUMN vw_patient_demographics.institution_region IS 'of the institution''s primary address';
COMMENT ON COLUMN vw_patient_demographics.diagnosed_conditions IS
  'names of the conditions the patient has now (active, recurrence, relapse), each once, in order';
-- From sql/views/020_vw_doctor_performance.sql
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
  cms_role_permissions, second_factors, recovery_codes, login_throttles, rate_limits,
  -- the program's own queues
  idempotency_keys, mail_queue, audit_spools, import_jobs, import_chunks, import_problems
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
  set_updated_at, check_patient_dates, check_patient_history, check_clinical_dates, check_smoking_years,
  enforce_patient_validation, record_patient_validation,
  refuse_clinical_date, immutable_unaccent, search_words, utc_today, utc_date, age_in_years, age_of, earliest_clinical_date,
  latest_today, period_end, is_current, is_established,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
FROM PUBLIC;
GRANT EXECUTE ON ROUTINE
  immutable_unaccent, search_words, utc_today, utc_date, age_in_years, age_of, earliest_clinical_date,
  latest_today, period_end, is_current, is_established,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
TO predicthealth_app;
