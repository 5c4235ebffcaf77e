-- One writer of catalogs at a time; the lock goes with the transaction.
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.catalogs', 0));
