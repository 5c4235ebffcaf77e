-- What one batch of generated people is made from, gone with its transaction. Its short statements would each pay for
-- a compilation.
SET LOCAL jit = off;
SET LOCAL statement_timeout = 0;

CREATE TEMPORARY TABLE generate_records (
  kind text NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- Who is new: only they get contacts and records, for what is there may have been changed since.
CREATE TEMPORARY TABLE generate_new (
  entity_type text NOT NULL,
  id uuid NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

CREATE TEMPORARY TABLE generate_counts (
  name text NOT NULL,
  inserted bigint NOT NULL
) ON COMMIT DROP;
