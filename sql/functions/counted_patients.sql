-- The patients in figures: active and living ones, of an institution, a doctor or both; NULL means any.
CREATE OR REPLACE FUNCTION counted_patients(p_institution_id uuid, p_doctor_id uuid) RETURNS SETOF patients
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT * FROM patients p
WHERE p.active AND NOT p.deceased
  AND (p_institution_id IS NULL OR p.institution_id = p_institution_id)
  AND (p_doctor_id IS NULL OR p.doctor_id = p_doctor_id)
$$;
