-- Drop index "patientfamilyhistory_patient_id_condition_id_relative" from table: "patient_family_history"
DROP INDEX "patientfamilyhistory_patient_id_condition_id_relative";
-- Drop index "session_cms_user_id_created_at" from table: "sessions"
DROP INDEX "session_cms_user_id_created_at";
-- Drop index "session_user_id_created_at" from table: "sessions"
DROP INDEX "session_user_id_created_at";
