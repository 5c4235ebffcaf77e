-- Rows written in addition to those of the resources themselves. Returns table, inserted, updated, unchanged.
SELECT name, sum(inserted), sum(updated), sum(unchanged)
FROM import_tables
GROUP BY name
HAVING sum(inserted + updated + unchanged) > 0
ORDER BY min(ctid);
