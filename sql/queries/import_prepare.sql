-- Autovacuum doesn't see temporary tables: without this, the steps are planned for a few rows.
ANALYZE import_records;

-- An id identifies one resource of its type.
WITH repeated AS (
  UPDATE import_records r
  SET repeated = true
  FROM (
    SELECT seq, row_number() OVER (PARTITION BY resource, source_id ORDER BY seq) AS nth
    FROM import_records
    WHERE source_id IS NOT NULL
  ) n
  WHERE r.seq = n.seq AND n.nth > 1
  RETURNING r.seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'repeated_id', 'id', 'an earlier line has the same id'
FROM repeated;
