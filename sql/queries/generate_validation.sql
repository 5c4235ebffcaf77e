-- Takes the new patients' validation to its final status, step by step as the rules require.
UPDATE patients p
SET validation_status = 'rejected', rejection_reason = n.data ->> 'rejection_reason'
FROM generate_new n
WHERE p.id = n.id AND n.entity_type = 'patient' AND n.data ->> 'validation_status' = 'rejected';

UPDATE patients p
SET validation_status = 'doctor_validated'
FROM generate_new n
WHERE p.id = n.id AND n.entity_type = 'patient'
  AND n.data ->> 'validation_status' IN ('doctor_validated', 'institution_validated', 'full_access');

UPDATE patients p
SET validation_status = 'institution_validated'
FROM generate_new n
WHERE p.id = n.id AND n.entity_type = 'patient'
  AND n.data ->> 'validation_status' IN ('institution_validated', 'full_access');

UPDATE patients p
SET validation_status = 'full_access'
FROM generate_new n
WHERE p.id = n.id AND n.entity_type = 'patient' AND n.data ->> 'validation_status' = 'full_access';
