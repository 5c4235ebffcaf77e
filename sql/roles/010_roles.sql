-- Roles belong to the whole cluster: missing ones are created, without login or password. Operators grant them to the
-- logins that they create.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'predicthealth_owner') THEN
    CREATE ROLE predicthealth_owner NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'predicthealth_app') THEN
    CREATE ROLE predicthealth_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the cluster made them at the same time
END
$$;
