-- Ends at most $1 expired sessions. Several instances may sweep at once.
UPDATE sessions
SET ended_at = idle_expires_at, end_reason = 'expired'
WHERE id IN (
  SELECT id FROM sessions WHERE ended_at IS NULL AND idle_expires_at <= now() LIMIT $1 FOR UPDATE SKIP LOCKED
)
