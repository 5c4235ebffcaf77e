-- A row a specialty that active doctors have.
CREATE VIEW vw_doctor_specialty_distribution WITH (security_invoker = true) AS
SELECT
  specialty.code                                    AS specialty_code,
  specialty.name                                    AS specialty,
  category.name                                     AS specialty_category,
  count(*)                                          AS doctors,
  percentage(count(*), sum(count(*)) OVER ()::bigint) AS percentage,
  round(avg(d.years_experience), 2)                 AS average_years_experience,
  round(avg(d.consultation_fee), 2)                 AS average_consultation_fee
FROM doctors d
JOIN doctor_specialties specialty ON specialty.id = d.specialty_id
JOIN specialty_categories category ON category.id = specialty.category_id
WHERE d.status = 'active'
GROUP BY specialty.id, category.id;

COMMENT ON VIEW vw_doctor_specialty_distribution IS 'A row a specialty that active doctors have.';
COMMENT ON COLUMN vw_doctor_specialty_distribution.percentage IS 'of all active doctors';
