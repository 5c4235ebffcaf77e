-- The completed years from birth to a day.
CREATE OR REPLACE FUNCTION age_in_years(born date, on_day date) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT extract(year FROM age(on_day::timestamp, born::timestamp))::integer $$;
