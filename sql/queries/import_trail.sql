-- Records each patient whose record an import has changed in the trail: $1, $2 are the actor; $3, $4 say what it was part of.
INSERT INTO audit_inbox (id, occurred_at, actor_type, actor_id, action, outcome, entity_type, entity_id, patient_id)
SELECT gen_random_uuid(), clock_timestamp(), $1::text, $2::uuid, 'patient.import', 'success', $3::text, $4::text, patient_id
FROM (
  SELECT p.id FROM import_patients p JOIN import_outcomes o USING (seq) WHERE o.outcome IN ('inserted', 'updated')
  UNION
  SELECT e.patient_id FROM import_events e JOIN import_outcomes o USING (seq) WHERE o.outcome IN ('inserted', 'updated')
) AS changed (patient_id)
