-- Allows one writer of catalogs at a time; the lock ends with the transaction.
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.catalogs', 0));
