-- How many files are waiting or being loaded, and how long the first of them has waited, in seconds.
SELECT count(*), COALESCE(extract(epoch FROM clock_timestamp() - min(created_at)), 0)
FROM import_jobs
WHERE status IN ('accepted', 'in-progress') AND bytes_total > 0
