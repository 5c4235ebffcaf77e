-- One writer of revocations at a time, until its transaction ends: then numbers become visible in their order, and who
-- asks for those above the last it saw misses none.
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.revocations', 0));
