-- One row for each month in which any of the active and living patients in the scope was registered.
CREATE OR REPLACE FUNCTION sp_get_monthly_registrations(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (month date, total bigint, by_sex jsonb, by_gender jsonb)
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH registered AS (
  SELECT date_trunc('month', utc_date(p.created_at)::timestamp)::date AS month,
         sex.code AS sex, coalesce(gender.code, 'unspecified') AS gender
  FROM counted_patients(p_institution_id, p_doctor_id) p
  JOIN sexes sex ON sex.id = p.sex_id
  LEFT JOIN genders gender ON gender.id = p.gender_id
), by_sex AS (
  SELECT month, sum(n)::bigint AS total, jsonb_object_agg(sex, n) AS by_sex
  FROM (SELECT month, sex, count(*) AS n FROM registered GROUP BY month, sex) s
  GROUP BY month
), by_gender AS (
  SELECT month, jsonb_object_agg(gender, n) AS by_gender
  FROM (SELECT month, gender, count(*) AS n FROM registered GROUP BY month, gender) g
  GROUP BY month
)
SELECT month, total, by_sex, by_gender
FROM by_sex JOIN by_gender USING (month)
$$;
