-- Twelve rows, one for each month, about today's active and living patients, of an institution, of a doctor or of all: those
-- registered in the month (UTC), those registered until its end, the average age of the new ones at registration, and their
-- validation status now.
CREATE OR REPLACE FUNCTION sp_get_patient_stats_by_month(
  p_year           integer,
  p_institution_id uuid DEFAULT NULL,
  p_doctor_id      uuid DEFAULT NULL
)
  RETURNS TABLE (
    month                 date,
    new_patients          bigint,
    cumulative_patients   bigint,
    average_age           numeric,
    pending               bigint,
    doctor_validated      bigint,
    institution_validated bigint,
    full_access           bigint,
    rejected              bigint
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
WITH patient AS (
  SELECT validation_status AS status, age_in_years(date_of_birth, utc_date(created_at)) AS age,
         date_trunc('month', utc_date(created_at)::timestamp)::date AS month
  FROM counted_patients(p_institution_id, p_doctor_id)
  WHERE utc_date(created_at) < make_date(p_year + 1, 1, 1)
)
SELECT
  m.month,
  count(p.month),
  (SELECT count(*) FROM patient before WHERE before.month < make_date(p_year, 1, 1))
    + (sum(count(p.month)) OVER (ORDER BY m.month))::bigint,
  round(avg(p.age), 2),
  count(*) FILTER (WHERE p.status = 'pending'),
  count(*) FILTER (WHERE p.status = 'doctor_validated'),
  count(*) FILTER (WHERE p.status = 'institution_validated'),
  count(*) FILTER (WHERE p.status = 'full_access'),
  count(*) FILTER (WHERE p.status = 'rejected')
FROM (SELECT make_date(p_year, n, 1) FROM generate_series(1, 12) n) AS m (month)
LEFT JOIN patient p ON p.month = m.month
GROUP BY m.month
ORDER BY m.month
$$;
