-- The age of a patient in completed years, at death for the deceased; NULL for those of whom nobody knows when they died. Of a date
-- that is known to the month or the year, its first day counts.
CREATE OR REPLACE FUNCTION age_of(born date, deceased boolean, died date) RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$ SELECT age_in_years(born, CASE WHEN deceased THEN died ELSE utc_today() END) $$;
