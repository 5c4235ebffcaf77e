-- Waits for the imports that may write the same records: an import for the platform waits for all, an institution's for the
-- institution's own and for one for the platform. $1 is the institution, NULL for the platform.
SELECT
  CASE WHEN $1::uuid IS NULL THEN pg_advisory_xact_lock(hashtextextended('predicthealth.import', 0))
    ELSE pg_advisory_xact_lock_shared(hashtextextended('predicthealth.import', 0)) END,
  CASE WHEN $1::uuid IS NOT NULL THEN pg_advisory_xact_lock(hashtextextended('predicthealth.import ' || $1, 0)) END
