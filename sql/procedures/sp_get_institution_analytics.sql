-- One row for the institution, or none if it doesn't exist: active and living patients, active doctors, their average fee,
-- their most common specialty (in a tie, the first by code), patients per doctor (NULL without doctors), the percentage of
-- patients whom doctor and institution have validated, and the conditions that patients have now. With a doctor, everything
-- is about that doctor of the institution and the doctor's patients there.
-- condition_mix is [{"code_system", "code", "name", "patient_count", "percentage"}], the most common first, ties by code. A
-- patient with several conditions counts in each.
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
  JOIN patient_conditions pc ON pc.patient_id = patient.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
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
