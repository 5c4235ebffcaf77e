-- One row for each specialty of an active doctor in the scope.
CREATE OR REPLACE FUNCTION sp_get_doctor_specialty_distribution(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    specialty_code           text,
    specialty                text,
    specialty_category       text,
    doctors                  bigint,
    percentage               numeric,
    average_years_experience numeric,
    average_consultation_fee numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  specialty.code,
  specialty.name,
  category.name,
  count(*),
  percentage(count(*), sum(count(*)) OVER ()::bigint),
  round(avg(d.years_experience), 2),
  round(avg(d.consultation_fee), 2)
FROM counted_doctors(p_institution_id, p_doctor_id) d
JOIN doctor_specialties specialty ON specialty.id = d.specialty_id
JOIN specialty_categories category ON category.id = specialty.category_id
GROUP BY specialty.id, category.id
$$;
