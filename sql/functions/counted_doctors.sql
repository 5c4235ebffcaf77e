-- The doctors in figures: practising ones, of an institution, or a single one; NULL means any.
CREATE OR REPLACE FUNCTION counted_doctors(p_institution_id uuid, p_doctor_id uuid) RETURNS SETOF doctors
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
SELECT * FROM doctors d
WHERE d.status = 'active'
  AND (p_institution_id IS NULL OR d.institution_id = p_institution_id)
  AND (p_doctor_id IS NULL OR d.id = p_doctor_id)
$$;
