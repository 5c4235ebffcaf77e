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
     CROSS JOIN LATERAL (VALUES %s) AS d (field, value)
     WHERE d.value NOT BETWEEN p.date_of_birth AND utc_today()
     LIMIT 1',
    (SELECT string_agg(format('(%L, n.%I)', a, a), ', ') FROM unnest(TG_ARGV) AS a)) INTO field, day, born;
  IF field IS NOT NULL THEN
    CALL refuse_clinical_date(TG_TABLE_NAME, field, day, born);
  END IF;
  RETURN NULL;
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
  IF years > age_in_years(NEW.date_of_birth, coalesce(utc_date(NEW.deceased_at), utc_today())) THEN
    RAISE 'the patient''s % years of smoking would be more than the age', years
      USING ERRCODE = 'PH004', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_smoking_years_within_age';
  END IF;
  RETURN NEW;
END
$$;
-- From sql/functions/earliest_clinical_date.sql
CREATE OR REPLACE FUNCTION earliest_clinical_date(patient uuid) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
  SELECT min(day) FROM (
    SELECT min(onset_date) FROM patient_conditions WHERE patient_id = patient
    UNION ALL SELECT min(start_date) FROM patient_medications WHERE patient_id = patient
    UNION ALL SELECT min(recorded_date) FROM patient_allergies WHERE patient_id = patient
  ) AS dates (day)
$$;
-- From sql/triggers/patient_allergies_check_dates_insert.sql
CREATE OR REPLACE TRIGGER check_dates_insert AFTER insert ON patient_allergies
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(recorded_date);
-- From sql/triggers/patient_allergies_check_dates_update.sql
CREATE OR REPLACE TRIGGER check_dates_update AFTER update ON patient_allergies
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(recorded_date);
-- From sql/triggers/patient_conditions_check_dates_insert.sql
CREATE OR REPLACE TRIGGER check_dates_insert AFTER insert ON patient_conditions
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(onset_date, abatement_date);
-- From sql/triggers/patient_conditions_check_dates_update.sql
CREATE OR REPLACE TRIGGER check_dates_update AFTER update ON patient_conditions
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(onset_date, abatement_date);
-- From sql/triggers/patient_medications_check_dates_insert.sql
CREATE OR REPLACE TRIGGER check_dates_insert AFTER insert ON patient_medications
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(start_date, end_date);
-- From sql/triggers/patient_medications_check_dates_update.sql
CREATE OR REPLACE TRIGGER check_dates_update AFTER update ON patient_medications
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_clinical_dates(start_date, end_date);
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
  set_updated_at, check_patient_dates, check_patient_history, check_condition_dates, check_medication_dates, check_allergy_dates, check_clinical_dates, check_smoking_years,
  enforce_patient_validation, record_patient_validation,
  refuse_clinical_date, immutable_unaccent, utc_today, utc_date, age_in_years, earliest_clinical_date,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
FROM PUBLIC;
GRANT EXECUTE ON ROUTINE
  immutable_unaccent, utc_today, utc_date, age_in_years, earliest_clinical_date,
  percentage, netstring,
  ensure_audit_partitions, seal_audit_inbox,
  sp_create_patient_with_profile, sp_get_patient_stats_by_month, sp_get_doctor_performance_stats,
  sp_get_institution_analytics, sp_get_dashboard_overview, sp_get_doctor_specialty_distribution,
  sp_get_geographic_distribution, sp_get_health_condition_prevalence, sp_get_health_condition_stats,
  sp_get_monthly_registrations, sp_get_patient_validation_status, counted_patients, counted_doctors
TO predicthealth_app;
