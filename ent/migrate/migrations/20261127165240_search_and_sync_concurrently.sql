-- atlas:txmode none

-- Create index "allergicreaction_usage_rank_code_system_code" to table: "allergic_reactions"
CREATE INDEX CONCURRENTLY "allergicreaction_usage_rank_code_system_code" ON "allergic_reactions" ("usage_rank", "code_system", "code");
-- Create index "allergy_usage_rank_code_system_code" to table: "allergies"
CREATE INDEX CONCURRENTLY "allergy_usage_rank_code_system_code" ON "allergies" ("usage_rank", "code_system", "code");
-- Drop index "doctor_institution_id_status_created_at_id" from table: "doctors"
DROP INDEX CONCURRENTLY "doctor_institution_id_status_created_at_id";
-- Drop index "doctor_institution_id_status_last_name_first_name_id" from table: "doctors"
DROP INDEX CONCURRENTLY "doctor_institution_id_status_last_name_first_name_id";
-- Drop index "doctor_specialty_id_status_created_at_id" from table: "doctors"
DROP INDEX CONCURRENTLY "doctor_specialty_id_status_created_at_id";
-- Drop index "doctor_status_created_at_id" from table: "doctors"
DROP INDEX CONCURRENTLY "doctor_status_created_at_id";
-- Drop index "doctor_status_last_name_first_name_id" from table: "doctors"
DROP INDEX CONCURRENTLY "doctor_status_last_name_first_name_id";
-- Drop index "doctors_name_search_idx" from table: "doctors"
DROP INDEX CONCURRENTLY "doctors_name_search_idx";
-- Create index "doctor_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_created_at_id" ON "doctors" ("created_at", "id") INCLUDE ("status");
-- Create index "doctor_institution_id_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_institution_id_created_at_id" ON "doctors" ("institution_id", "created_at", "id") INCLUDE ("status");
-- Create index "doctor_institution_id_last_name_first_name_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_institution_id_last_name_first_name_id" ON "doctors" ("institution_id", "last_name", "first_name", "id");
-- Create index "doctor_institution_id_updated_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_institution_id_updated_at_id" ON "doctors" ("institution_id", "updated_at", "id");
-- Create index "doctor_last_name_first_name_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_last_name_first_name_id" ON "doctors" ("last_name", "first_name", "id");
-- Create index "doctor_specialty_id_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_specialty_id_created_at_id" ON "doctors" ("specialty_id", "created_at", "id") INCLUDE ("status");
-- Create index "doctor_updated_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_updated_at_id" ON "doctors" ("updated_at", "id");
-- Create index "doctors_search_words_idx" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctors_search_words_idx" ON "doctors" USING gin ((search_words((((first_name)::text || ' '::text) || (last_name)::text))) gin_trgm_ops);
-- Create index "identifier_value" to table: "identifiers"
CREATE INDEX CONCURRENTLY "identifier_value" ON "identifiers" ("value");
-- Drop index "medical_conditions_name_search_idx" from table: "medical_conditions"
DROP INDEX CONCURRENTLY "medical_conditions_name_search_idx";
-- Create index "medical_conditions_search_words_idx" to table: "medical_conditions"
CREATE INDEX CONCURRENTLY "medical_conditions_search_words_idx" ON "medical_conditions" USING gin ((search_words((name)::text)) gin_trgm_ops);
-- Create index "medicalcondition_usage_rank_code_system_code" to table: "medical_conditions"
CREATE INDEX CONCURRENTLY "medicalcondition_usage_rank_code_system_code" ON "medical_conditions" ("usage_rank", "code_system", "code");
-- Drop index "medical_institutions_name_search_idx" from table: "medical_institutions"
DROP INDEX CONCURRENTLY "medical_institutions_name_search_idx";
-- Drop index "medicalinstitution_active_created_at_id" from table: "medical_institutions"
DROP INDEX CONCURRENTLY "medicalinstitution_active_created_at_id";
-- Drop index "medicalinstitution_active_name_id" from table: "medical_institutions"
DROP INDEX CONCURRENTLY "medicalinstitution_active_name_id";
-- Drop index "medicalinstitution_institution_type_id_active_created_at_id" from table: "medical_institutions"
DROP INDEX CONCURRENTLY "medicalinstitution_institution_type_id_active_created_at_id";
-- Create index "medical_institutions_inactive" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medical_institutions_inactive" ON "medical_institutions" ("created_at", "id") WHERE (NOT active);
-- Create index "medical_institutions_search_words_idx" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medical_institutions_search_words_idx" ON "medical_institutions" USING gin ((search_words((name)::text)) gin_trgm_ops);
-- Create index "medicalinstitution_created_at_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_created_at_id" ON "medical_institutions" ("created_at", "id");
-- Create index "medicalinstitution_institution_type_id_created_at_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_institution_type_id_created_at_id" ON "medical_institutions" ("institution_type_id", "created_at", "id");
-- Create index "medicalinstitution_name_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_name_id" ON "medical_institutions" ("name", "id");
-- Create index "medicalinstitution_updated_at_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_updated_at_id" ON "medical_institutions" ("updated_at", "id");
-- Drop index "medications_name_search_idx" from table: "medications"
DROP INDEX CONCURRENTLY "medications_name_search_idx";
-- Create index "medication_usage_rank_code_system_code" to table: "medications"
CREATE INDEX CONCURRENTLY "medication_usage_rank_code_system_code" ON "medications" ("usage_rank", "code_system", "code");
-- Create index "medications_search_words_idx" to table: "medications"
CREATE INDEX CONCURRENTLY "medications_search_words_idx" ON "medications" USING gin ((search_words((name)::text)) gin_trgm_ops);
-- Drop index "patient_active_created_at_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_active_created_at_id";
-- Drop index "patient_active_last_name_first_name_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_active_last_name_first_name_id";
-- Drop index "patient_doctor_id_active_created_at_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_doctor_id_active_created_at_id";
-- Drop index "patient_doctor_id_active_last_name_first_name_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_doctor_id_active_last_name_first_name_id";
-- Drop index "patient_institution_id_active_created_at_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_institution_id_active_created_at_id";
-- Drop index "patient_institution_id_active_last_name_first_name_id" from table: "patients"
DROP INDEX CONCURRENTLY "patient_institution_id_active_last_name_first_name_id";
-- Drop index "patients_name_search_idx" from table: "patients"
DROP INDEX CONCURRENTLY "patients_name_search_idx";
-- Create index "patient_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_created_at_id" ON "patients" ("created_at", "id") INCLUDE ("active");
-- Create index "patient_date_of_birth" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_date_of_birth" ON "patients" ("date_of_birth");
-- Create index "patient_doctor_id_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_doctor_id_created_at_id" ON "patients" ("doctor_id", "created_at", "id") INCLUDE ("active");
-- Create index "patient_doctor_id_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_doctor_id_last_name_first_name_id" ON "patients" ("doctor_id", "last_name", "first_name", "id");
-- Create index "patient_doctor_id_updated_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_doctor_id_updated_at_id" ON "patients" ("doctor_id", "updated_at", "id");
-- Create index "patient_institution_id_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_institution_id_created_at_id" ON "patients" ("institution_id", "created_at", "id") INCLUDE ("active");
-- Create index "patient_institution_id_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_institution_id_last_name_first_name_id" ON "patients" ("institution_id", "last_name", "first_name", "id");
-- Create index "patient_institution_id_updated_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_institution_id_updated_at_id" ON "patients" ("institution_id", "updated_at", "id");
-- Create index "patient_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_last_name_first_name_id" ON "patients" ("last_name", "first_name", "id");
-- Create index "patient_updated_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_updated_at_id" ON "patients" ("updated_at", "id");
-- Create index "patients_inactive" to table: "patients"
CREATE INDEX CONCURRENTLY "patients_inactive" ON "patients" ("created_at", "id") WHERE (NOT active);
-- Create index "patients_inactive_of_doctor" to table: "patients"
CREATE INDEX CONCURRENTLY "patients_inactive_of_doctor" ON "patients" ("doctor_id", "created_at", "id") WHERE (NOT active);
-- Create index "patients_inactive_of_institution" to table: "patients"
CREATE INDEX CONCURRENTLY "patients_inactive_of_institution" ON "patients" ("institution_id", "created_at", "id") WHERE (NOT active);
-- Create index "patients_search_words_idx" to table: "patients"
CREATE INDEX CONCURRENTLY "patients_search_words_idx" ON "patients" USING gin ((search_words((((first_name)::text || ' '::text) || (last_name)::text))) gin_trgm_ops);
-- Create index "user_updated_at_id" to table: "users"
CREATE INDEX CONCURRENTLY "user_updated_at_id" ON "users" ("updated_at", "id");
