-- Today where days begin first (UTC+14). A later day is in the future wherever it was written.
CREATE OR REPLACE FUNCTION latest_today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'UTC' + interval '14 hours')::date $$;
