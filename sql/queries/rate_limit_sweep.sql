-- Deletes limits that are full again.
DELETE FROM rate_limits WHERE arrival_at < now()
