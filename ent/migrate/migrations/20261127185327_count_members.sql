-- From sql/procedures/sp_get_doctor_performance_stats.sql
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
  d.first_name || ' ' || d.last_name,
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
      JOIN patient_conditions pc ON pc.patient_id = p.id AND pc.status IN ('active', 'recurrence', 'relapse')
      JOIN medical_conditions c ON c.id = pc.condition_id
      WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
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
  WHERE p.doctor_id = d.id AND p.active AND p.deceased_at IS NULL
) care
WHERE (p_doctor_id IS NULL OR d.id = p_doctor_id)
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
ORDER BY d.last_name, d.first_name, d.id
$$;
-- From sql/procedures/sp_get_institution_analytics.sql
CREATE OR REPLACE FUNCTION sp_get_institution_analytics(p_institution_id uuid, p_doctor_id uuid DEFAULT NULL)
  RETURNS TABLE (
    institution_id           uuid,
    institution_name         text,
    patients                 bigint,
    doctors                  bigint,
    average_consultation_fee numeric,
    most_common_specialty    text,
    patients_per_doctor      numeric,
    validated_percentage     numeric,
    condition_mix            jsonb
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
WITH patient AS (
  SELECT id, validation_status FROM counted_patients(p_institution_id, p_doctor_id)
), doctor AS (
  SELECT consultation_fee, specialty_id FROM counted_doctors(p_institution_id, p_doctor_id)
), patient_total AS (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated
  FROM patient
), doctor_total AS (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee FROM doctor
), mix AS (
  SELECT c.code_system, c.code, c.name, count(DISTINCT patient.id) AS patient_count
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id AND pc.status IN ('active', 'recurrence', 'relapse')
  JOIN medical_conditions c ON c.id = pc.condition_id
  GROUP BY c.id
)
SELECT
  i.id,
  i.name,
  pt.total,
  dt.total,
  dt.average_fee,
  (
    SELECT s.name FROM doctor JOIN doctor_specialties s ON s.id = doctor.specialty_id
    GROUP BY s.id ORDER BY count(*) DESC, s.code LIMIT 1
  ),
  round(pt.total::numeric / nullif(dt.total, 0), 2),
  percentage(pt.validated, pt.total),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(mix) || jsonb_build_object('percentage', percentage(mix.patient_count, pt.total))
                              ORDER BY mix.patient_count DESC, mix.code_system, mix.code), '[]')
    FROM mix
  )
FROM medical_institutions i
CROSS JOIN patient_total pt
CROSS JOIN doctor_total dt
WHERE i.id = p_institution_id
$$;
