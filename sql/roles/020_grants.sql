-- Everything that the application may do: it may do nothing else. PUBLIC has no rights on any object.
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

-- A password hash is deleted only with its account. Permissions and settings come with the migrations; the application
-- changes only the values of settings. What is revoked stays revoked until it is swept.
GRANT SELECT, INSERT, UPDATE ON user_credentials, cms_user_credentials TO predicthealth_app;
GRANT SELECT ON cms_permissions, system_settings TO predicthealth_app;
GRANT UPDATE (value) ON system_settings TO predicthealth_app;
GRANT SELECT, INSERT, DELETE ON revocations TO predicthealth_app;

-- The application adds to the trail, but never changes it. A trigger writes validation steps, and the sequencer writes
-- sealed events.
GRANT SELECT, INSERT ON audit_inbox TO predicthealth_app;
GRANT SELECT ON audit_events, patient_validation_events TO predicthealth_app;

-- The allowed steps of a validation come with the migrations.
GRANT SELECT ON patient_validation_transitions TO predicthealth_app;

GRANT SELECT ON
  vw_patient_demographics, vw_doctor_performance, vw_monthly_registrations, vw_health_condition_stats,
  vw_dashboard_overview, vw_doctor_specialty_distribution, vw_geographic_distribution,
  vw_health_condition_prevalence, vw_patient_validation_status
TO predicthealth_app;

-- Triggers run without a right to execute their functions, so nobody is granted that right.
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
