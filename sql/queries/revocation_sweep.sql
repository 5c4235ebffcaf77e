-- Deletes at most $1 revocations that no token lives to feel.
DELETE FROM revocations
WHERE number IN (SELECT number FROM revocations WHERE expires_at < now() LIMIT $1)
