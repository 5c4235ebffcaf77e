-- Deletes counts and locks older than the longest window ($1, in seconds): an attempt would start afresh anyway.
DELETE FROM login_throttles
WHERE updated_at < now() - make_interval(secs => $1::float8)
  AND (locked_until IS NULL OR locked_until < now() - make_interval(secs => $1::float8))
