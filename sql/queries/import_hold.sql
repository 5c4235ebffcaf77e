-- Keeps the doctors of new patients practising, and the institution that the import is for open, until the commit. It runs
-- last: an import may take long, and nobody should have to wait for it to suspend a doctor. Returns how many doctors have
-- stopped in the meantime, and whether the institution is closed.
WITH doctors_held AS (
  SELECT status FROM doctors
  WHERE id IN (SELECT doctor_id FROM import_patients WHERE known_id IS NULL)
  ORDER BY id
  FOR SHARE
), institution_held AS (
  SELECT active FROM medical_institutions
  WHERE id = (SELECT institution_id FROM import_scope)
  FOR SHARE
)
SELECT (SELECT count(*) FROM doctors_held WHERE status <> 'active'),
  EXISTS (SELECT FROM institution_held WHERE NOT active)
