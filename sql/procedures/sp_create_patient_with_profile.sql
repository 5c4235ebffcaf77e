-- Registers a patient with health profile, contacts and, when an e-mail address to sign in and a bcrypt hash are given,
-- an account: all of it or nothing. Ids that the caller doesn't supply are made here; all are returned, p_user_id NULL
-- without an account. Catalog entries are named by code.
--   p_emails  [{"email", "type", "is_primary"}]
--   p_phones  [{"number", "country_code", "area_code", "extension", "type", "is_primary"}]
-- The first e-mail address and phone are primary when none is called so; one without a type is of type home.
CREATE OR REPLACE PROCEDURE sp_create_patient_with_profile(
  p_doctor_id               uuid,
  p_institution_id          uuid,
  p_first_name              text,
  p_last_name               text,
  p_date_of_birth           date,
  p_sex                     text,
  p_gender                  text    DEFAULT NULL,
  p_emergency_contact_name  text    DEFAULT NULL,
  p_emergency_contact_phone text    DEFAULT NULL,
  p_account_email           text    DEFAULT NULL,
  p_password_hash           text    DEFAULT NULL,
  p_height_cm               numeric DEFAULT NULL,
  p_weight_kg               numeric DEFAULT NULL,
  p_blood_type              text    DEFAULT NULL,
  p_smoking_status          text    DEFAULT 'unknown',
  p_smoking_years           integer DEFAULT NULL,
  p_alcohol_frequency       text    DEFAULT 'unknown',
  p_weekly_activity_minutes integer DEFAULT NULL,
  p_notes                   text    DEFAULT NULL,
  p_emails                  jsonb   DEFAULT '[]',
  p_phones                  jsonb   DEFAULT '[]',
  INOUT p_patient_id        uuid    DEFAULT NULL,
  INOUT p_user_id           uuid    DEFAULT NULL,
  INOUT p_health_profile_id uuid    DEFAULT NULL
)
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
DECLARE
  broken_constraint text;
  broken_table      text;
  broken_column     text;
  unknown           record;
BEGIN
  IF (p_account_email IS NULL) <> (p_password_hash IS NULL) THEN
    RAISE 'an account needs an e-mail address and a password'
      USING ERRCODE = 'PH025', TABLE = 'users', COLUMN = 'email', CONSTRAINT = 'users_email_and_password';
  END IF;
  IF EXISTS (SELECT FROM doctors WHERE id = p_doctor_id AND institution_id = p_institution_id AND status <> 'active') THEN
    RAISE 'the doctor is not active'
      USING ERRCODE = 'PH021', TABLE = 'patients', COLUMN = 'doctor_id', CONSTRAINT = 'patients_doctor_active';
  END IF;

  SELECT code.* INTO unknown FROM (
    SELECT 'patients', 'sex_id', p_sex, EXISTS (SELECT FROM sexes WHERE code = p_sex AND active)
    UNION ALL SELECT 'patients', 'gender_id', p_gender, EXISTS (SELECT FROM genders WHERE code = p_gender AND active)
    UNION ALL SELECT 'health_profiles', 'blood_type_id', p_blood_type,
                     EXISTS (SELECT FROM blood_types WHERE code = p_blood_type AND active)
    UNION ALL SELECT 'emails', 'email_type_id', e.type, EXISTS (SELECT FROM email_types WHERE code = e.type AND active)
              FROM jsonb_to_recordset(p_emails) AS e (type text)
    UNION ALL SELECT 'phones', 'phone_type_id', e.type, EXISTS (SELECT FROM phone_types WHERE code = e.type AND active)
              FROM jsonb_to_recordset(p_phones) AS e (type text)
  ) AS code (table_name, column_name, value, known)
  WHERE code.value IS NOT NULL AND NOT code.known
  LIMIT 1;
  IF FOUND THEN
    RAISE 'the catalog has no entry %', quote_literal(unknown.value)
      USING ERRCODE = 'PH024', TABLE = unknown.table_name, COLUMN = unknown.column_name,
            CONSTRAINT = unknown.table_name || '_' || unknown.column_name || '_known';
  END IF;

  INSERT INTO patients (id, doctor_id, institution_id, sex_id, gender_id, first_name, last_name, date_of_birth,
                        emergency_contact_name, emergency_contact_phone)
  VALUES (coalesce(p_patient_id, gen_random_uuid()), p_doctor_id, p_institution_id,
          (SELECT id FROM sexes WHERE code = p_sex), (SELECT id FROM genders WHERE code = p_gender),
          p_first_name, p_last_name, p_date_of_birth, p_emergency_contact_name, p_emergency_contact_phone)
  RETURNING id INTO p_patient_id;

  INSERT INTO health_profiles (id, patient_id, height_cm, weight_kg, blood_type_id, smoking_status, smoking_years,
                               alcohol_frequency, weekly_activity_minutes, notes)
  VALUES (coalesce(p_health_profile_id, gen_random_uuid()), p_patient_id, p_height_cm, p_weight_kg,
          (SELECT id FROM blood_types WHERE code = p_blood_type), p_smoking_status, p_smoking_years,
          p_alcohol_frequency, p_weekly_activity_minutes, p_notes)
  RETURNING id INTO p_health_profile_id;

  IF p_account_email IS NULL THEN
    p_user_id := NULL;
  ELSE
    INSERT INTO users (id, user_type, reference_id, email, password_changed_at)
    VALUES (coalesce(p_user_id, gen_random_uuid()), 'patient', p_patient_id, p_account_email, now())
    RETURNING id INTO p_user_id;
    INSERT INTO user_credentials (user_id, password_hash) VALUES (p_user_id, p_password_hash);
  END IF;

  INSERT INTO emails (entity_type, entity_id, email, email_type_id, is_primary)
  SELECT 'patient', p_patient_id, e.email, t.id,
         coalesce(e.is_primary, false) OR e.place = 1 AND NOT p_emails @> '[{"is_primary": true}]'
  FROM ROWS FROM (jsonb_to_recordset(p_emails) AS (email text, type text, is_primary boolean))
    WITH ORDINALITY AS e (email, type, is_primary, place)
  LEFT JOIN email_types t ON t.code = coalesce(e.type, 'home');

  INSERT INTO phones (entity_type, entity_id, number, country_code, area_code, extension, phone_type_id, is_primary)
  SELECT 'patient', p_patient_id, e.number, e.country_code, e.area_code, e.extension, t.id,
         coalesce(e.is_primary, false) OR e.place = 1 AND NOT p_phones @> '[{"is_primary": true}]'
  FROM ROWS FROM (jsonb_to_recordset(p_phones) AS (number text, country_code text, area_code text, extension text,
                                                   type text, is_primary boolean))
    WITH ORDINALITY AS e (number, country_code, area_code, extension, type, is_primary, place)
  LEFT JOIN phone_types t ON t.code = coalesce(e.type, 'home');
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
