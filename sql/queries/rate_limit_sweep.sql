-- Deletes limits that are whole again.
DELETE FROM rate_limits WHERE arrival_at < now()
