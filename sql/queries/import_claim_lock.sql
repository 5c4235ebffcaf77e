-- Lets instances choose their next import one after the other, so that each sees what the others have chosen.
SELECT pg_advisory_xact_lock(hashtextextended('predicthealth.import_claim', 0))
