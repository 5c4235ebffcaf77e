-- Rejected lines and warnings in the order of the files. Returns file, line, resource, id, field, code, message, severity.
SELECT r.file, r.line, r.resource, COALESCE(r.source_id, ''), COALESCE(o.field, ''), o.reason, o.message,
  CASE o.outcome WHEN 'warning' THEN 'warning' ELSE 'error' END
FROM import_outcomes o
JOIN import_records r USING (seq)
WHERE o.outcome IN ('rejected', 'warning')
ORDER BY o.seq, o.field;
