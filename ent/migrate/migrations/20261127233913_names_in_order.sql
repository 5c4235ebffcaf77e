-- Lists sort names as people do, whatever the database's collation. Views that show the names are made again in the next migration.
-- Then who has died at a time has died on a day.
-- atlas:nolint PH114 the next migration makes it again, with the columns it had
DROP VIEW vw_patient_demographics;
-- atlas:nolint PH114 the next migration makes it again, as it was
DROP VIEW vw_doctor_performance;
ALTER TABLE "patients"
  ALTER COLUMN "first_name" TYPE character varying(100) COLLATE "und-x-icu",
  ALTER COLUMN "last_name" TYPE character varying(100) COLLATE "und-x-icu",
  ADD COLUMN "date_of_birth_precision" character varying(10) NOT NULL DEFAULT 'day',
  ADD COLUMN "deceased" boolean NOT NULL DEFAULT false,
  ADD COLUMN "deceased_date" date NULL,
  ADD COLUMN "deceased_date_precision" character varying(10) NOT NULL DEFAULT 'day';
ALTER TABLE "doctors"
  ALTER COLUMN "first_name" TYPE character varying(100) COLLATE "und-x-icu",
  ALTER COLUMN "last_name" TYPE character varying(100) COLLATE "und-x-icu";
ALTER TABLE "medical_institutions" ALTER COLUMN "name" TYPE character varying(200) COLLATE "und-x-icu";
ALTER TABLE "countries" ALTER COLUMN "name" TYPE character varying(100) COLLATE "und-x-icu";
UPDATE "patients" SET "deceased" = true, "deceased_date" = utc_date("deceased_at") WHERE "deceased_at" IS NOT NULL;
