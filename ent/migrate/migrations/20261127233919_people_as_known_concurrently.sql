-- atlas:txmode none

-- DATA-DEPENDENT: fails on rows that break "doctors_first_name_not_blank"; until they are fixed, it applies only to new rows.
ALTER TABLE "doctors" VALIDATE CONSTRAINT "doctors_first_name_not_blank";
-- DATA-DEPENDENT: fails on rows that break "patients_age_at_death"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_age_at_death";
-- DATA-DEPENDENT: fails on rows that break "patients_deceased_after_birth"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_deceased_after_birth";
-- DATA-DEPENDENT: fails on rows that break "patients_first_name_not_blank"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_first_name_not_blank";
-- DATA-DEPENDENT: fails on rows that break "patients_date_of_birth_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_date_of_birth_period";
-- DATA-DEPENDENT: fails on rows that break "patients_date_of_birth_precision"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_date_of_birth_precision";
-- DATA-DEPENDENT: fails on rows that break "patients_deceased_at_on_date"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_deceased_at_on_date";
-- DATA-DEPENDENT: fails on rows that break "patients_deceased_date_of_the_deceased"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_deceased_date_of_the_deceased";
-- DATA-DEPENDENT: fails on rows that break "patients_deceased_date_period"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_deceased_date_period";
-- DATA-DEPENDENT: fails on rows that break "patients_deceased_date_precision"; until they are fixed, it applies only to new rows.
ALTER TABLE "patients" VALIDATE CONSTRAINT "patients_deceased_date_precision";
