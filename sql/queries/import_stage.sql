-- What an import works on, gone with its transaction. One import runs at a time; a long one is no runaway query.
-- Its many short statements would each pay for a compilation. The timeout goes first: waiting may be long too.
SET LOCAL statement_timeout = 0;
SET LOCAL jit = off;
SET LOCAL idle_in_transaction_session_timeout = 0;
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.import', 0));

-- A line that was read: the record that the program made of it. seq is its place among all lines; id is for a new row.
CREATE TEMPORARY TABLE import_records (
  seq bigint NOT NULL,
  resource text NOT NULL,
  file text NOT NULL,
  line bigint NOT NULL,
  source_id text,
  id uuid NOT NULL,
  condition_group text,
  repeated boolean NOT NULL DEFAULT false,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- What became of a line: inserted, updated, unchanged, skipped (as expected) or rejected (a fault of the data), once;
-- and any number of warnings.
CREATE TEMPORARY TABLE import_outcomes (
  seq bigint NOT NULL,
  outcome text NOT NULL,
  reason text,
  field text,
  message text
) ON COMMIT DROP;

-- Rows written to tables that have no resource of their own.
CREATE TEMPORARY TABLE import_tables (
  name text NOT NULL,
  inserted bigint NOT NULL,
  updated bigint NOT NULL,
  unchanged bigint NOT NULL
) ON COMMIT DROP;

-- Whose contacts and identifiers are to be written next.
CREATE TEMPORARY TABLE import_owners (
  seq bigint NOT NULL,
  entity_type text NOT NULL,
  entity_id uuid NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- For whom the import is: one row. institution_id is the one whose patients alone are written; NULL writes all.
CREATE TEMPORARY TABLE import_scope (
  institution_id uuid,
  namespace text NOT NULL, -- goes before the systems of what the source calls its records
  clinical boolean NOT NULL -- insurers have no clinical records
) ON COMMIT DROP;

-- What the source calls the institution that the import is for.
CREATE TEMPORARY TABLE import_institution_keys (system text, value text) ON COMMIT DROP;
