-- How many files wait or are being loaded, and for how many seconds the first of them has waited.
SELECT count(*), COALESCE(extract(epoch FROM clock_timestamp() - min(created_at)), 0)
FROM import_jobs
WHERE status IN ('accepted', 'in-progress') AND bytes_total > 0
