-- Whether no other request is in progress under the idempotency key whose hash is $1. If so, none can start until the transaction ends.
SELECT pg_try_advisory_xact_lock($1)
