-- Autovacuum doesn't see temporary tables: without this, the steps are planned for a few rows.
ANALYZE import_records;

-- An id identifies one resource of its type. Of its versions the newest counts; of lines that don't say which is newer, the first.
WITH numbered AS (
  SELECT seq, row_number() OVER (PARTITION BY resource, source_id ORDER BY changed DESC NULLS LAST, length(version) DESC NULLS LAST,
      version DESC NULLS LAST, seq) AS nth,
    count(*) OVER (PARTITION BY resource, source_id, changed, version) < count(*) OVER (PARTITION BY resource, source_id) AS differ
  FROM (
    SELECT seq, resource, source_id, (data #>> '{meta,lastUpdated}')::timestamptz AS changed, data #>> '{meta,versionId}' AS version
    FROM import_records
    WHERE source_id IS NOT NULL
  ) AS r
), repeated AS (
  UPDATE import_records r
  SET repeated = true
  FROM numbered n
  WHERE r.seq = n.seq AND n.nth > 1
  RETURNING r.seq, n.differ AS older
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, o.outcome, o.reason, o.field, o.message
FROM repeated
JOIN (VALUES
  (false, 'rejected', 'repeated_id', 'id', 'an earlier line has the same id'),
  (true, 'skipped', 'older_version', NULL, NULL),
  (true, 'warning', 'older_version', 'meta', 'another line has a newer version of the resource')
) AS o (older, outcome, reason, field, message) USING (older);
