-- A refresh token by its hash, and its session, both locked: refreshes of a session run one after the other. Times are
-- PostgreSQL's, so that all instances agree on what now means. Used tokens end no earlier than their session: a caller who
-- sends one reveals that two callers have it.
SELECT
  t.id, t.session_id, s.user_id, s.cms_user_id, s.created_at, s.expires_at, clock_timestamp(), t.used_at, s.second_factor_at,
  s.ended_at IS NOT NULL OR s.idle_expires_at <= clock_timestamp() OR (t.used_at IS NULL AND t.expires_at <= clock_timestamp())
FROM refresh_tokens AS t
JOIN sessions AS s ON s.id = t.session_id
WHERE t.token_hash = $1
FOR UPDATE
