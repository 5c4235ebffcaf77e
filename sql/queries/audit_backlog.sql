-- How many records wait to be sealed, and for how many seconds the oldest has.
SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 FROM audit_inbox
