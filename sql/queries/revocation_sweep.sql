-- Deletes at most $1 revocations whose tokens have all expired.
DELETE FROM revocations
WHERE number IN (SELECT number FROM revocations WHERE expires_at < now() LIMIT $1)
