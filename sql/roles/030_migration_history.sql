-- The application looks at start whether the database fits it. The history is made before the first migration runs, by
-- `predicthealth migrate up` and by `atlas migrate apply` alike; where the schema is built without either, there is none.
DO $$
BEGIN
  IF to_regclass('atlas_schema_revisions.atlas_schema_revisions') IS NOT NULL THEN
    GRANT USAGE ON SCHEMA atlas_schema_revisions TO predicthealth_app;
    GRANT SELECT ON atlas_schema_revisions.atlas_schema_revisions TO predicthealth_app;
  END IF;
END
$$;
