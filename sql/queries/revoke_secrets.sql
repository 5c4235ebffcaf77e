-- Revokes the access tokens obtained with secrets of service accounts; see end_sessions for how long.
INSERT INTO revocations (subject_type, subject_id, expires_at)
SELECT 'service_account_secret', id, now() + interval '65 minutes'
FROM unnest($1::uuid[]) AS id
