-- Counts the active and living patients of a practising doctor, $1: all, by validation status as {status: patients}, and by
-- current conditions as [{"condition_group", "patient_count"}], the most common first. A patient with several conditions counts in each.
WITH care AS (
  SELECT p.id, p.validation_status
  FROM patients p
  WHERE p.doctor_id = $1::uuid AND p.active AND NOT p.deceased
    AND EXISTS (SELECT FROM doctors d WHERE d.id = p.doctor_id AND d.status = 'active')
)
SELECT
  (SELECT count(*) FROM care),
  (
    SELECT coalesce(jsonb_object_agg(status.validation_status, status.patients), '{}')
    FROM (SELECT validation_status, count(*) AS patients FROM care GROUP BY validation_status) status
  ),
  (
    SELECT coalesce(jsonb_agg(to_jsonb(ill) ORDER BY ill.patient_count DESC, ill.condition_group), '[]')
    FROM (
      SELECT c.condition_group, count(DISTINCT care.id) AS patient_count
      FROM care
      JOIN patient_conditions pc ON pc.patient_id = care.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
        AND is_established(pc.verification_status)
      JOIN medical_conditions c ON c.id = pc.condition_id
      WHERE c.condition_group IS NOT NULL
      GROUP BY c.condition_group
    ) ill
  )
