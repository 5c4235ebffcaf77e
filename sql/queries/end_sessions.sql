-- Ends sessions of an account ($1 a user, or $2 a CMS user): only $3 unless it is NULL, and never $4. Their access tokens
-- are revoked for as long as the longest of them lives (auth.access_token.lifetime is at most 1 h; clocks may differ).
WITH ended AS (
  UPDATE sessions
  SET ended_at = now(), end_reason = $5
  WHERE ended_at IS NULL
    AND (user_id = $1 OR cms_user_id = $2)
    AND ($3::uuid IS NULL OR id = $3)
    AND id IS DISTINCT FROM $4
  RETURNING id
)
INSERT INTO revocations (subject_type, subject_id, expires_at)
SELECT 'session', id, now() + interval '65 minutes'
FROM ended
RETURNING subject_id
