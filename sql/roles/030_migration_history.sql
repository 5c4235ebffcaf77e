-- When the application starts, it checks whether the database fits. Both `predicthealth migrate up` and `atlas migrate apply`
-- create the history before the first migration runs. A schema that is built without either has none.
DO $$
BEGIN
  IF to_regclass('atlas_schema_revisions.atlas_schema_revisions') IS NOT NULL THEN
    GRANT USAGE ON SCHEMA atlas_schema_revisions TO predicthealth_app;
    GRANT SELECT ON atlas_schema_revisions.atlas_schema_revisions TO predicthealth_app;
  END IF;
END
$$;
