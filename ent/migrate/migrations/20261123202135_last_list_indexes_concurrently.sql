-- atlas:txmode none

-- Create index "patientfamilyhistory_patient_id_relative_condition_id" to table: "patient_family_history"
-- DATA-DEPENDENT: "patientfamilyhistory_patient_id_relative_condition_id" fails on duplicates.
-- atlas:nolint MF101 the same columns were unique in another order until now
CREATE UNIQUE INDEX CONCURRENTLY "patientfamilyhistory_patient_id_relative_condition_id" ON "patient_family_history" ("patient_id", "relative", "condition_id");
-- Create index "patient_validation_status_created_at_id" to table: "patients"
CREATE INDEX CONCURRENTLY "patient_validation_status_created_at_id" ON "patients" ("validation_status", "created_at", "id") WHERE (active AND ((validation_status)::text <> 'full_access'::text));
-- Create index "session_cms_user_id_created_at_id" to table: "sessions"
CREATE INDEX CONCURRENTLY "session_cms_user_id_created_at_id" ON "sessions" ("cms_user_id", "created_at", "id");
-- Create index "session_user_id_created_at_id" to table: "sessions"
CREATE INDEX CONCURRENTLY "session_user_id_created_at_id" ON "sessions" ("user_id", "created_at", "id");
