-- Deletes at most $1 refresh tokens of sessions that ended a day ago: they count as unknown anyway.
DELETE FROM refresh_tokens
WHERE id IN (
  SELECT t.id
  FROM sessions AS s
  JOIN refresh_tokens AS t ON t.session_id = s.id
  WHERE s.ended_at < now() - interval '1 day'
  LIMIT $1
)
