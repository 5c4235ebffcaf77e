-- The date of an instant in UTC, which rules and ages use.
CREATE OR REPLACE FUNCTION utc_date(instant timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT (instant AT TIME ZONE 'UTC')::date $$;
