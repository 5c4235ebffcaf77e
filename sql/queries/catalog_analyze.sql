-- Autovacuum doesn't see temporary tables: without this the merge is planned for a few rows.
ANALYZE catalog_staging;
