-- One row for each status, in the order of the process, with the active and living patients in the scope, even if none has it.
CREATE OR REPLACE FUNCTION sp_get_patient_validation_status(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (validation_status text, patients bigint, percentage numeric)
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT
  s.status,
  count(p.id),
  percentage(count(p.id), sum(count(p.id)) OVER ()::bigint)
FROM unnest(ARRAY['pending', 'doctor_validated', 'institution_validated', 'full_access', 'rejected'])
  WITH ORDINALITY AS s (status, place)
LEFT JOIN counted_patients(p_institution_id, p_doctor_id) p ON p.validation_status = s.status
GROUP BY s.status, s.place
ORDER BY s.place
$$;
