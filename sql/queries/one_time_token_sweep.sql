-- Deletes at most $1 one-time tokens that ended more than a day ago.
DELETE FROM one_time_tokens
WHERE id IN (SELECT id FROM one_time_tokens WHERE expires_at < now() - interval '1 day' LIMIT $1)
