-- Whether nobody else is at work under the idempotency key whose hash is $1; until the transaction ends, nobody else is.
SELECT pg_try_advisory_xact_lock($1)
