-- Modify "import_jobs" table
ALTER TABLE "import_jobs" DROP CONSTRAINT "import_jobs_format", ADD CONSTRAINT "import_jobs_format" CHECK (format IN ('ndjson', 'json', 'archive', 'csv')) NOT VALID;
-- Modify "import_problems" table
ALTER TABLE "import_problems" ADD COLUMN "file" character varying(500) NOT NULL DEFAULT '';
