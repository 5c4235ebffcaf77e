-- One row with the totals of the scope. For an institution: its doctors and patients, and the accounts of all of them. For a
-- doctor: the doctor's patients, and the accounts of both. A doctor is given together with the institution.
CREATE OR REPLACE FUNCTION sp_get_dashboard_overview(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    total_patients           bigint,
    total_doctors            bigint,
    total_institutions       bigint,
    total_users              bigint,
    validated_patients       bigint,
    average_consultation_fee numeric,
    full_access_percentage   numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  p.total,
  d.total,
  (SELECT count(*) FROM medical_institutions i WHERE i.active AND (p_institution_id IS NULL OR i.id = p_institution_id)),
  (SELECT count(*) FROM users u WHERE u.active AND (
    p_institution_id IS NULL AND p_doctor_id IS NULL
    OR u.institution_id = p_institution_id AND p_doctor_id IS NULL
    OR u.doctor_id IN (
      SELECT id FROM doctors
      WHERE (p_institution_id IS NULL OR institution_id = p_institution_id) AND (p_doctor_id IS NULL OR id = p_doctor_id))
    OR u.patient_id IN (
      SELECT id FROM patients
      WHERE (p_institution_id IS NULL OR institution_id = p_institution_id) AND (p_doctor_id IS NULL OR doctor_id = p_doctor_id)))),
  p.validated,
  d.average_fee,
  percentage(p.full_access, p.total)
FROM (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated,
         count(*) FILTER (WHERE validation_status = 'full_access') AS full_access
  FROM counted_patients(p_institution_id, p_doctor_id)
) p
CROSS JOIN (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee
  FROM counted_doctors(p_institution_id, p_doctor_id)
) d
$$;
