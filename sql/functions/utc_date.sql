-- The date of an instant as rules and ages have it.
CREATE OR REPLACE FUNCTION utc_date(instant timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT (instant AT TIME ZONE 'UTC')::date $$;
