-- Ends a job in the import's own transaction, so that it is loaded once. $1 is the job, $2 the attempt, $3 the report, $4
-- the number of problems, and $5 the stored problems, as a JSON array of objects whose members are the columns. Returns how
-- many jobs were ended: none if the job no longer belongs to this attempt.
WITH ended AS (
  UPDATE import_jobs
  SET status = 'completed', step = '', bytes_read = bytes_total, report = $3::jsonb, problem_count = $4,
    ended_at = clock_timestamp(), lease_expires_at = NULL
  WHERE id = $1 AND attempts = $2 AND status = 'in-progress'
  RETURNING id
), erased AS (
  DELETE FROM import_chunks c USING ended WHERE c.job_id = ended.id
), told AS (
  INSERT INTO import_problems (job_id, position, file, line, resource, resource_id, field, code, detail, severity)
  SELECT ended.id, p.position, p.file, p.line, p.resource, p.resource_id, p.field, p.code, p.detail, p.severity
  FROM ended
  CROSS JOIN jsonb_to_recordset($5::jsonb) AS p (position integer, file text, line integer, resource text, resource_id text,
    field text, code text, detail text, severity text)
)
SELECT count(*) FROM ended
