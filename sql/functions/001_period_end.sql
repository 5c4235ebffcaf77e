-- The last day of the day, month or year that begins on a day.
CREATE OR REPLACE FUNCTION period_end(day date, day_precision text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
  SELECT CASE day_precision
    WHEN 'year' THEN (day + interval '1 year')::date - 1
    WHEN 'month' THEN (day + interval '1 month')::date - 1
    ELSE day
  END
$$;
