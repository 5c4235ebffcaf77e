-- Registers a patient with health profile, contacts and, if the document has one, an account: all or nothing. It makes the
-- ids that the caller doesn't supply, and returns all of them, with the patient's institution and time of creation. Without an
-- account, p_user_id is NULL.
--   {"doctor_id", "institution_id", "first_name", "last_name", "date_of_birth", "date_of_birth_precision",
--    "sex", "gender", "emergency_contact": {"name", "phone"},
--    "health_profile": {"height_cm", "weight_kg", "blood_type", "smoking_status", "smoking_years", "alcohol_frequency",
--                       "weekly_activity_minutes", "notes"},
--    "emails": [{"email", "type", "is_primary"}],
--    "phones": [{"number", "country_code", "area_code", "extension", "type", "is_primary"}],
--    "account": {"email"},
--    "actor": {"type", "id"}, "event"}
-- Catalog entries are given by code. The account has no password until its owner chooses one. If none is marked as primary,
-- the first e-mail address and the first phone are. Their default type is home. Without an institution, the patient gets the doctor's. The
-- actor takes the first step of the validation; without one, whoever the transaction names. The event is a row for
-- audit_inbox, to whose payload the institution is added. The doctor can't be suspended before the transaction ends. Users
-- register with an institution that isn't deactivated. An unknown member is refused.
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
