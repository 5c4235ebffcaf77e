-- Whether the patient has a condition, or takes a medication, now: by its status, and by its end, which may pass without
-- anybody's writing.
CREATE OR REPLACE FUNCTION is_current(status text, ended date, ended_precision text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
  SELECT status IN ('active', 'recurrence', 'relapse') AND (ended IS NULL OR period_end(ended, ended_precision) >= utc_today())
$$;
