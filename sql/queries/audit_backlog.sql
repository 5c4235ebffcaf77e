-- How many records wait to be sealed, and how long the oldest has waited, in seconds.
SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM audit_inbox
