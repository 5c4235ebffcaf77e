-- The date that rules and ages call today.
CREATE OR REPLACE FUNCTION utc_today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'UTC')::date $$;
