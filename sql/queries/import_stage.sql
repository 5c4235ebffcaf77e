-- The tables that an import works on; they end with the transaction. A long import is not a runaway query. With JIT, each of
-- its many short statements would cost a compilation. The timeout goes first: waiting for other imports may be long too.
SET LOCAL statement_timeout = 0;
SET LOCAL jit = off;
SET LOCAL idle_in_transaction_session_timeout = 0;

-- A line that was read, as the record that the program made from it. seq is its place among all lines; id is for a new row.
CREATE TEMPORARY TABLE import_records (
  seq bigint NOT NULL,
  resource text NOT NULL,
  file text NOT NULL,
  line bigint NOT NULL,
  source_id text,
  id uuid NOT NULL,
  repeated boolean NOT NULL DEFAULT false,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- The outcome of a line: inserted, updated, unchanged, skipped (as expected) or rejected (an error in the data), once, and
-- any number of warnings.
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

-- The owners whose contacts and identifiers are written next.
CREATE TEMPORARY TABLE import_owners (
  seq bigint NOT NULL,
  entity_type text NOT NULL,
  entity_id uuid NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- Whom the import is for: one row. If institution_id is set, only that institution's patients are written; NULL writes all.
CREATE TEMPORARY TABLE import_scope (
  institution_id uuid,
  namespace text NOT NULL, -- goes before the systems of what the source calls its records
  clinical boolean NOT NULL -- insurers have no clinical records
) ON COMMIT DROP;

-- What the source calls the institution that the import is for.
CREATE TEMPORARY TABLE import_institution_keys (system text, value text) ON COMMIT DROP;
