-- A row a month in which any of today's active and living patients was registered.
CREATE VIEW vw_monthly_registrations WITH (security_invoker = true) AS
WITH registered AS (
  SELECT date_trunc('month', utc_date(p.created_at)::timestamp)::date AS month,
         sex.code AS sex, coalesce(gender.code, 'unspecified') AS gender
  FROM patients p
  JOIN sexes sex ON sex.id = p.sex_id
  LEFT JOIN genders gender ON gender.id = p.gender_id
  WHERE p.active AND p.deceased_at IS NULL
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
FROM by_sex JOIN by_gender USING (month);

COMMENT ON VIEW vw_monthly_registrations IS
  'Registrations of today''s active and living patients; months without any have no row.';
COMMENT ON COLUMN vw_monthly_registrations.month IS 'the month''s first day (UTC)';
COMMENT ON COLUMN vw_monthly_registrations.by_sex IS 'an object: code of a sex → patients';
COMMENT ON COLUMN vw_monthly_registrations.by_gender IS 'an object: code of a gender, or unspecified → patients';
