-- Deletes at most $1 refresh tokens of sessions that ended a day ago: they are as good as unknown.
DELETE FROM refresh_tokens
WHERE id IN (
  SELECT t.id
  FROM sessions AS s
  JOIN refresh_tokens AS t ON t.session_id = s.id
  WHERE s.ended_at < now() - interval '1 day'
  LIMIT $1
)
