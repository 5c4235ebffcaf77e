-- One row for the doctor, or for every doctor if NULL, of the institution or of any: active and living patients, their average
-- age (NULL if there are none), the five conditions that most of them have now, and the percentage with full access.
-- top_conditions is [{"code_system", "code", "name", "patient_count"}], the most common first, ties by code.
CREATE OR REPLACE FUNCTION sp_get_doctor_performance_stats(
  p_doctor_id      uuid DEFAULT NULL,
  p_institution_id uuid DEFAULT NULL
)
  RETURNS TABLE (
    doctor_id              uuid,
    doctor_name            text,
    institution_id         uuid,
    institution_name       text,
    patients               bigint,
    average_age            numeric,
    full_access_percentage numeric,
    top_conditions         jsonb
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
SELECT
  d.id,
  ltrim(d.first_name || ' ' || d.last_name),
  i.id,
  i.name,
  care.patients,
  care.average_age,
  percentage(care.full_access, care.patients),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(top) ORDER BY top.patient_count DESC, top.code_system, top.code), '[]')
    FROM (
      SELECT c.code_system, c.code, c.name, count(DISTINCT p.id) AS patient_count
      FROM patients p
      JOIN patient_conditions pc ON pc.patient_id = p.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
        AND is_established(pc.verification_status)
      JOIN medical_conditions c ON c.id = pc.condition_id
      WHERE p.doctor_id = d.id AND p.active AND NOT p.deceased
      GROUP BY c.id
      ORDER BY patient_count DESC, c.code_system, c.code
      LIMIT 5
    ) top
  )
FROM doctors d
JOIN medical_institutions i ON i.id = d.institution_id
CROSS JOIN LATERAL (
  SELECT count(*) AS patients,
         round(avg(age_in_years(p.date_of_birth, utc_today())), 2) AS average_age,
         count(*) FILTER (WHERE p.validation_status = 'full_access') AS full_access
  FROM patients p
  WHERE p.doctor_id = d.id AND p.active AND NOT p.deceased
) care
WHERE (p_doctor_id IS NULL OR d.id = p_doctor_id)
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
ORDER BY d.last_name, d.first_name, d.id
$$;
