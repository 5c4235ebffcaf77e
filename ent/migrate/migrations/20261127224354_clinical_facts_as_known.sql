-- Modify "doctors" table
ALTER TABLE "doctors" ADD COLUMN "source_elements" jsonb NULL;
-- Modify "health_profiles" table
ALTER TABLE "health_profiles" ADD CONSTRAINT "health_profiles_height_source" CHECK (height_source IN ('entered', 'imported')), ADD CONSTRAINT "health_profiles_smoking_source" CHECK (smoking_source IN ('entered', 'imported')), ADD CONSTRAINT "health_profiles_weight_source" CHECK (weight_source IN ('entered', 'imported')), ADD COLUMN "height_measured_on" date NULL, ADD COLUMN "height_source" character varying(10) NULL, ADD COLUMN "weight_measured_on" date NULL, ADD COLUMN "weight_source" character varying(10) NULL, ADD COLUMN "smoking_recorded_on" date NULL, ADD COLUMN "smoking_source" character varying(10) NULL;
-- Modify "medical_institutions" table
ALTER TABLE "medical_institutions" ADD COLUMN "source_elements" jsonb NULL;
-- Modify "patient_allergies" table
-- atlas:nolint PH111 no release has run on any database
ALTER TABLE "patient_allergies" DROP CONSTRAINT "patient_allergies_status", ADD CONSTRAINT "patient_allergies_status" CHECK (status IN ('active', 'inactive', 'resolved', 'unknown')) NOT VALID, ADD CONSTRAINT "patient_allergies_recorded_date_period" CHECK (((recorded_date_precision)::text = 'day'::text) OR (recorded_date = date_trunc((recorded_date_precision)::text, (recorded_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_allergies_recorded_date_precision" CHECK (recorded_date_precision IN ('day', 'month', 'year')), ADD CONSTRAINT "patient_allergies_verification_status" CHECK (verification_status IN ('unconfirmed', 'confirmed')), ALTER COLUMN "recorded_date" DROP NOT NULL, ADD COLUMN "source_elements" jsonb NULL, ADD COLUMN "recorded_date_precision" character varying(10) NOT NULL DEFAULT 'day', ADD COLUMN "verification_status" character varying(20) NULL;
-- Modify "patient_conditions" table
-- atlas:nolint PH111 no release has run on any database
ALTER TABLE "patient_conditions" DROP CONSTRAINT "patient_conditions_abatement_after_onset", DROP CONSTRAINT "patient_conditions_status", ADD CONSTRAINT "patient_conditions_abatement_after_onset" CHECK ((abatement_date >= onset_date) OR (abatement_date = date_trunc((abatement_date_precision)::text, (onset_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_conditions_status" CHECK (status IN ('active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'unknown')) NOT VALID, ADD CONSTRAINT "patient_conditions_abatement_date_period" CHECK (((abatement_date_precision)::text = 'day'::text) OR (abatement_date = date_trunc((abatement_date_precision)::text, (abatement_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_conditions_abatement_date_precision" CHECK (abatement_date_precision IN ('day', 'month', 'year')), ADD CONSTRAINT "patient_conditions_onset_date_period" CHECK (((onset_date_precision)::text = 'day'::text) OR (onset_date = date_trunc((onset_date_precision)::text, (onset_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_conditions_onset_date_precision" CHECK (onset_date_precision IN ('day', 'month', 'year')), ADD CONSTRAINT "patient_conditions_verification_status" CHECK (verification_status IN ('unconfirmed', 'provisional', 'differential', 'confirmed')), ALTER COLUMN "onset_date" DROP NOT NULL, ADD COLUMN "source_elements" jsonb NULL, ADD COLUMN "onset_date_precision" character varying(10) NOT NULL DEFAULT 'day', ADD COLUMN "abatement_date_precision" character varying(10) NOT NULL DEFAULT 'day', ADD COLUMN "verification_status" character varying(20) NULL;
-- Modify "patient_family_history" table
ALTER TABLE "patient_family_history" ADD COLUMN "source_elements" jsonb NULL;
-- Modify "patient_medications" table
-- atlas:nolint PH111 no release has run on any database
ALTER TABLE "patient_medications" DROP CONSTRAINT "patient_medications_end_after_start", ADD CONSTRAINT "patient_medications_end_after_start" CHECK ((end_date >= start_date) OR (end_date = date_trunc((end_date_precision)::text, (start_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_medications_end_date_period" CHECK (((end_date_precision)::text = 'day'::text) OR (end_date = date_trunc((end_date_precision)::text, (end_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_medications_end_date_precision" CHECK (end_date_precision IN ('day', 'month', 'year')), ADD CONSTRAINT "patient_medications_start_date_period" CHECK (((start_date_precision)::text = 'day'::text) OR (start_date = date_trunc((start_date_precision)::text, (start_date)::timestamp without time zone))) NOT VALID, ADD CONSTRAINT "patient_medications_start_date_precision" CHECK (start_date_precision IN ('day', 'month', 'year')), ALTER COLUMN "start_date" DROP NOT NULL, ALTER COLUMN "dosage" TYPE character varying(4000), ADD COLUMN "source_elements" jsonb NULL, ADD COLUMN "start_date_precision" character varying(10) NOT NULL DEFAULT 'day', ADD COLUMN "end_date_precision" character varying(10) NOT NULL DEFAULT 'day';
-- Modify "patients" table
ALTER TABLE "patients" ADD COLUMN "source_elements" jsonb NULL;
-- From sql/functions/001_period_end.sql
CREATE OR REPLACE FUNCTION period_end(day date, day_precision text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
  SELECT CASE day_precision
    WHEN 'year' THEN (day + interval '1 year')::date - 1
    WHEN 'month' THEN (day + interval '1 month')::date - 1
    ELSE day
  END
$$;
-- From sql/functions/check_clinical_dates.sql
CREATE OR REPLACE FUNCTION check_clinical_dates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  field text;
  day   date;
  born  date;
BEGIN
  PERFORM FROM patients WHERE id IN (SELECT patient_id FROM new_rows) FOR KEY SHARE;

  EXECUTE format(
    'SELECT d.field, d.value, p.date_of_birth
     FROM new_rows n
     JOIN patients p ON p.id = n.patient_id
     CROSS JOIN LATERAL (VALUES %s) AS d (field, value, until, latest)
     WHERE d.until < p.date_of_birth OR d.value > d.latest
     LIMIT 1',
    (SELECT string_agg(format(
       CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = a || '_precision')
         THEN '(%1$L, n.%1$I, period_end(n.%1$I, n.%2$I), %3$s)' ELSE '(%1$L, n.%1$I, n.%1$I, %3$s)' END,
       a, a || '_precision', CASE WHEN a IN ('abatement_date', 'end_date') THEN '''infinity''::date' ELSE 'latest_today()' END), ', ')
     FROM unnest(TG_ARGV) AS a)) INTO field, day, born;
  IF field IS NOT NULL THEN
    CALL refuse_clinical_date(TG_TABLE_NAME, field, day, born);
  END IF;
  RETURN NULL;
END
$$;
-- From sql/functions/earliest_clinical_date.sql
CREATE OR REPLACE FUNCTION earliest_clinical_date(patient uuid) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
  SELECT min(day) FROM (
    SELECT min(period_end(onset_date, onset_date_precision)) FROM patient_conditions WHERE patient_id = patient
    UNION ALL SELECT min(period_end(start_date, start_date_precision)) FROM patient_medications WHERE patient_id = patient
    UNION ALL SELECT min(period_end(recorded_date, recorded_date_precision)) FROM patient_allergies WHERE patient_id = patient
  ) AS dates (day)
$$;
-- From sql/functions/is_established.sql
CREATE OR REPLACE FUNCTION is_established(verification_status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT verification_status IS NULL OR verification_status = 'confirmed' $$;
-- From sql/functions/latest_today.sql
CREATE OR REPLACE FUNCTION latest_today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'UTC' + interval '14 hours')::date $$;
-- From sql/functions/z_is_current.sql
CREATE OR REPLACE FUNCTION is_current(status text, ended date, ended_precision text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
  SELECT status IN ('active', 'recurrence', 'relapse') AND (ended IS NULL OR period_end(ended, ended_precision) >= utc_today())
$$;
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
    doctor_id uuid, institution_id uuid, first_name text, last_name text, date_of_birth date, sex text, gender text,
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
                        emergency_contact_name, emergency_contact_phone)
  VALUES (coalesce(p_patient_id, gen_random_uuid()), patient.doctor_id, coalesce(p_institution_id, patient.institution_id),
          key.sex, key.gender,
          patient.first_name, patient.last_name, patient.date_of_birth,
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
  d.first_name || ' ' || d.last_name,
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
      WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
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
  WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
) care
WHERE (p_doctor_id IS NULL OR d.id = p_doctor_id)
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
ORDER BY d.last_name, d.first_name, d.id
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
  WHERE is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
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
  WHERE is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
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
  SELECT c.code_system, c.code, c.name, count(DISTINCT patient.id) AS patient_count
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
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
    SELECT coalesce(jsonb_agg(to_jsonb(mix) || jsonb_build_object('percentage', percentage(mix.patient_count, pt.total))
                              ORDER BY mix.patient_count DESC, mix.code_system, mix.code), '[]')
    FROM mix
  )
FROM medical_institutions i
CROSS JOIN patient_total pt
CROSS JOIN doctor_total dt
WHERE i.id = p_institution_id
$$;
-- From sql/triggers/health_profiles_check_dates_insert.sql
CREATE OR REPLACE TRIGGER check_dates_insert AFTER insert ON health_profiles
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(height_measured_on, weight_measured_on, smoking_recorded_on);
-- From sql/triggers/health_profiles_check_dates_update.sql
CREATE OR REPLACE TRIGGER check_dates_update AFTER update ON health_profiles
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(height_measured_on, weight_measured_on, smoking_recorded_on);
-- From sql/views/010_vw_patient_demographics.sql
CREATE OR REPLACE VIEW vw_patient_demographics WITH (security_invoker = true) AS
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
COMMENT ON COLUMN vw_patient_demographics.age IS 'in completed years today (UTC), at death for the deceased';
COMMENT ON COLUMN vw_patient_demographics.institution_region IS 'of the institution''s primary address';
COMMENT ON COLUMN vw_patient_demographics.diagnosed_conditions IS
  'names of the conditions the patient has now (active, recurrence, relapse), each once, in order';
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
  refuse_clinical_date, immutable_unaccent, search_words, utc_today, utc_date, age_in_years, earliest_clinical_date,
  latest_today, period_end, is_current, is_established,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
FROM PUBLIC;
GRANT EXECUTE ON ROUTINE
  immutable_unaccent, search_words, utc_today, utc_date, age_in_years, earliest_clinical_date,
  latest_today, period_end, is_current, is_established,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
TO predicthealth_app;
