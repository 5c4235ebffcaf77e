-- atlas:txmode none

-- Create index "patient_allergies_grain_key" to table: "patient_allergies"
-- atlas:nolint MF101 what is unique now was before
-- DATA-DEPENDENT: "patient_allergies_grain_key" fails on duplicates.
CREATE UNIQUE INDEX CONCURRENTLY "patient_allergies_grain_key" ON "patient_allergies" ("patient_id", (COALESCE(recorded_date, '-infinity'::date)), "allergy_id");
-- Drop index "patientallergy_patient_id_recorded_date_allergy_id" from table: "patient_allergies"
-- atlas:nolint PH111 the index before this statement takes its place
DROP INDEX CONCURRENTLY "patientallergy_patient_id_recorded_date_allergy_id";
-- Create index "patient_conditions_grain_key" to table: "patient_conditions"
-- atlas:nolint MF101 what is unique now was before
-- DATA-DEPENDENT: "patient_conditions_grain_key" fails on duplicates.
CREATE UNIQUE INDEX CONCURRENTLY "patient_conditions_grain_key" ON "patient_conditions" ("patient_id", (COALESCE(onset_date, '-infinity'::date)), "condition_id");
-- Drop index "patientcondition_patient_id_onset_date_condition_id" from table: "patient_conditions"
-- atlas:nolint PH111 the index before this statement takes its place
DROP INDEX CONCURRENTLY "patientcondition_patient_id_onset_date_condition_id";
-- Create index "patient_medications_grain_key" to table: "patient_medications"
-- atlas:nolint MF101 what is unique now was before
-- DATA-DEPENDENT: "patient_medications_grain_key" fails on duplicates.
CREATE UNIQUE INDEX CONCURRENTLY "patient_medications_grain_key" ON "patient_medications" ("patient_id", (COALESCE(start_date, '-infinity'::date)), "medication_id", (md5((COALESCE(dosage, ''::character varying))::text)));
-- Drop index "patientmedication_patient_id_start_date_medication_id" from table: "patient_medications"
-- atlas:nolint PH111 the index before this statement takes its place
DROP INDEX CONCURRENTLY "patientmedication_patient_id_start_date_medication_id";
-- DATA-DEPENDENT: fails on rows that break "patient_allergies_status"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_allergies" VALIDATE CONSTRAINT "patient_allergies_status";
-- DATA-DEPENDENT: fails on rows that break "patient_allergies_recorded_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_allergies" VALIDATE CONSTRAINT "patient_allergies_recorded_date_period";
-- DATA-DEPENDENT: fails on rows that break "patient_conditions_abatement_after_onset"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_conditions" VALIDATE CONSTRAINT "patient_conditions_abatement_after_onset";
-- DATA-DEPENDENT: fails on rows that break "patient_conditions_status"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_conditions" VALIDATE CONSTRAINT "patient_conditions_status";
-- DATA-DEPENDENT: fails on rows that break "patient_conditions_abatement_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_conditions" VALIDATE CONSTRAINT "patient_conditions_abatement_date_period";
-- DATA-DEPENDENT: fails on rows that break "patient_conditions_onset_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_conditions" VALIDATE CONSTRAINT "patient_conditions_onset_date_period";
-- DATA-DEPENDENT: fails on rows that break "patient_medications_end_after_start"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_medications" VALIDATE CONSTRAINT "patient_medications_end_after_start";
-- DATA-DEPENDENT: fails on rows that break "patient_medications_end_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_medications" VALIDATE CONSTRAINT "patient_medications_end_date_period";
-- DATA-DEPENDENT: fails on rows that break "patient_medications_start_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patient_medications" VALIDATE CONSTRAINT "patient_medications_start_date_period";
