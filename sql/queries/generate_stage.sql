-- The tables that a batch of generated people is made from; they end with the transaction. With JIT, each short
-- statement would cost a compilation.
SET LOCAL jit = off;
SET LOCAL statement_timeout = 0;

CREATE TEMPORARY TABLE generate_records (
  kind text NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

-- The new people: only they get contacts and records, because existing people may have changed since.
CREATE TEMPORARY TABLE generate_new (
  entity_type text NOT NULL,
  id uuid NOT NULL,
  data jsonb NOT NULL
) ON COMMIT DROP;

CREATE TEMPORARY TABLE generate_counts (
  name text NOT NULL,
  inserted bigint NOT NULL
) ON COMMIT DROP;
