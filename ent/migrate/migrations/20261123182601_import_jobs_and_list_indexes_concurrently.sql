-- atlas:txmode none

-- Create index "doctor_institution_id_status_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_institution_id_status_created_at_id" ON "doctors" ("institution_id", "status", "created_at", "id");
-- Create index "doctor_institution_id_status_last_name_first_name_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_institution_id_status_last_name_first_name_id" ON "doctors" ("institution_id", "status", "last_name", "first_name", "id");
-- Create index "doctor_specialty_id_status_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_specialty_id_status_created_at_id" ON "doctors" ("specialty_id", "status", "created_at", "id");
-- Create index "doctor_status_created_at_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_status_created_at_id" ON "doctors" ("status", "created_at", "id");
-- Create index "doctor_status_last_name_first_name_id" to table: "doctors"
CREATE INDEX CONCURRENTLY "doctor_status_last_name_first_name_id" ON "doctors" ("status", "last_name", "first_name", "id");
-- Create index "medicalinstitution_active_created_at_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_active_created_at_id" ON "medical_institutions" ("active", "created_at", "id");
-- Create index "medicalinstitution_active_name_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_active_name_id" ON "medical_institutions" ("active", "name", "id");
-- Create index "medicalinstitution_institution_type_id_active_created_at_id" to table: "medical_institutions"
CREATE INDEX CONCURRENTLY "medicalinstitution_institution_type_id_active_created_at_id" ON "medical_institutions" ("institution_type_id", "active", "created_at", "id");
-- Create index "patientallergy_patient_id_recorded_date_allergy_id" to table: "patient_allergies"
-- DATA-DEPENDENT: "patientallergy_patient_id_recorded_date_allergy_id" fails on duplicates.
-- atlas:nolint MF101 the same columns were unique in another order until now
CREATE UNIQUE INDEX CONCURRENTLY "patientallergy_patient_id_recorded_date_allergy_id" ON "patient_allergies" ("patient_id", "recorded_date", "allergy_id");
-- Create index "patientcondition_patient_id_onset_date_condition_id" to table: "patient_conditions"
-- DATA-DEPENDENT: "patientcondition_patient_id_onset_date_condition_id" fails on duplicates.
-- atlas:nolint MF101 the same columns were unique in another order until now
CREATE UNIQUE INDEX CONCURRENTLY "patientcondition_patient_id_onset_date_condition_id" ON "patient_conditions" ("patient_id", "onset_date", "condition_id");
-- Create index "patientmedication_patient_id_start_date_medication_id" to table: "patient_medications"
-- DATA-DEPENDENT: "patientmedication_patient_id_start_date_medication_id" fails on duplicates.
-- atlas:nolint MF101 the same columns were unique in another order until now
CREATE UNIQUE INDEX CONCURRENTLY "patientmedication_patient_id_start_date_medication_id" ON "patient_medications" ("patient_id", "start_date", "medication_id");
-- Create index "patient_active_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_active_created_at_id" ON "patients" ("active", "created_at", "id");
-- Create index "patient_active_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_active_last_name_first_name_id" ON "patients" ("active", "last_name", "first_name", "id");
-- Create index "patient_doctor_id_active_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_doctor_id_active_created_at_id" ON "patients" ("doctor_id", "active", "created_at", "id");
-- Create index "patient_doctor_id_active_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_doctor_id_active_last_name_first_name_id" ON "patients" ("doctor_id", "active", "last_name", "first_name", "id");
-- Create index "patient_institution_id_active_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_institution_id_active_created_at_id" ON "patients" ("institution_id", "active", "created_at", "id");
-- Create index "patient_institution_id_active_last_name_first_name_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_institution_id_active_last_name_first_name_id" ON "patients" ("institution_id", "active", "last_name", "first_name", "id");
