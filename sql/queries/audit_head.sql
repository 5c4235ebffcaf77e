-- The sealed record with the highest number.
SELECT number, encode(hash, 'hex'), sealed_at FROM audit_events ORDER BY number DESC LIMIT 1
