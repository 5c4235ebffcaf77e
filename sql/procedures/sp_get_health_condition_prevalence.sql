-- One row for each condition that any active and living patient in the scope has now.
CREATE OR REPLACE FUNCTION sp_get_health_condition_prevalence(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    code_system     text,
    code            text,
    condition       text,
    condition_group text,
    patients        bigint,
    percentage      numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH patient AS (
  SELECT id FROM counted_patients(p_institution_id, p_doctor_id)
), diagnosed AS (
  SELECT pc.condition_id, count(DISTINCT pc.patient_id) AS patients
  FROM patient_conditions pc
  JOIN patient ON patient.id = pc.patient_id
  WHERE is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
  GROUP BY pc.condition_id
)
SELECT
  c.code_system,
  c.code,
  c.name,
  c.condition_group,
  diagnosed.patients,
  percentage(diagnosed.patients, (SELECT count(*) FROM patient))
FROM diagnosed
JOIN medical_conditions c ON c.id = diagnosed.condition_id
$$;
