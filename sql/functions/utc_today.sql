-- Today in UTC, which rules and ages use.
CREATE OR REPLACE FUNCTION utc_today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'UTC')::date $$;
