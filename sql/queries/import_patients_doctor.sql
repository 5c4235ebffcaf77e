-- A new patient's doctor: who ordered most of the medications; among equals, and where nobody ordered any, one of
-- the patient's city before others, then the lowest id in the source.
CREATE TEMPORARY TABLE import_keys ON COMMIT DROP AS
SELECT p.seq, p.city, i.system, i.value
FROM import_patients p
CROSS JOIN LATERAL jsonb_to_recordset(p.data -> 'identifiers') AS i (system text, value text)
WHERE p.known_id IS NULL;

CREATE TEMPORARY TABLE import_orders ON COMMIT DROP AS
SELECT data #>> '{patient,system}' AS system, data #>> '{patient,value}' AS value,
  data #>> '{doctor,system}' AS doctor_system, data #>> '{doctor,value}' AS doctor_value, count(*) AS orders
FROM import_records
WHERE resource = 'MedicationRequest' AND NOT repeated AND data ->> 'doctor' IS NOT NULL
GROUP BY 1, 2, 3, 4;

ANALYZE import_keys, import_orders, identifiers;

WITH homes AS (
  SELECT d.id AS doctor_id, lower(a.city) AS city
  FROM doctors d
  JOIN addresses a ON a.institution_id = d.institution_id AND a.is_primary
), ordering AS (
  SELECT DISTINCT ON (p.seq) p.seq, k.doctor_id
  FROM import_keys p
  JOIN import_orders o USING (system, value)
  JOIN identifiers k ON k.system = o.doctor_system AND k.value = o.doctor_value AND k.doctor_id IS NOT NULL
  LEFT JOIN homes h ON h.doctor_id = k.doctor_id
  ORDER BY p.seq, o.orders DESC, h.city = p.city DESC NULLS LAST, k.value
), present AS (
  SELECT d.id AS doctor_id, d.key ->> 'value' AS source_id, h.city
  FROM import_doctors d
  LEFT JOIN homes h ON h.doctor_id = d.id
  WHERE d.active
), local AS (
  SELECT DISTINCT ON (city) city, doctor_id FROM present ORDER BY city, source_id
)
UPDATE import_patients p
SET doctor_id = COALESCE(o.doctor_id, l.doctor_id, (SELECT doctor_id FROM present ORDER BY source_id LIMIT 1))
FROM import_patients n
LEFT JOIN ordering o ON o.seq = n.seq
LEFT JOIN local l ON l.city = n.city
WHERE p.seq = n.seq AND n.known_id IS NULL;

WITH rejected AS (
  DELETE FROM import_patients WHERE known_id IS NULL AND doctor_id IS NULL RETURNING seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'no_doctor', 'generalPractitioner',
  'nobody ordered medication for the patient, and the import has no practitioner to turn to'
FROM rejected;
