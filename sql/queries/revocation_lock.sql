-- Allows one writer of revocations at a time, until its transaction ends. So numbers become visible in order, and a reader
-- who asks for numbers above the last it saw misses none.
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.revocations', 0));
