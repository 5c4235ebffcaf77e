-- A new patient's doctor: the doctor who is named, else the one who ordered most of the medications. In a tie, or without
-- medication, doctors in the patient's city come first, then the lowest id in the source. In an institution's import all of
-- them are active doctors of the institution.
CREATE TEMPORARY TABLE import_doctor_keys ON COMMIT DROP AS
SELECT i.system, i.value, i.doctor_id
FROM import_scope s
CROSS JOIN identifiers i
WHERE s.institution_id IS NULL AND i.doctor_id IS NOT NULL
UNION
SELECT s.namespace || i.system, i.value, d.id
FROM import_scope s
JOIN doctors d ON d.institution_id = s.institution_id AND d.status = 'active'
JOIN identifiers i ON i.doctor_id = d.id
UNION
SELECT d.key ->> 'system', d.key ->> 'value', d.id
FROM import_scope s
CROSS JOIN import_doctors d
WHERE s.institution_id IS NOT NULL AND d.active;

WITH named AS (
  SELECT p.seq, d.id AS doctor_id
  FROM import_patients p
  JOIN doctors d ON d.licence_number = p.doctor ->> 'licence_number'
  WHERE p.known_id IS NULL
  UNION ALL
  SELECT p.seq, d.id
  FROM import_patients p
  JOIN doctors d ON d.id = (p.doctor ->> 'id')::uuid
  WHERE p.known_id IS NULL
  UNION ALL
  SELECT p.seq, k.doctor_id
  FROM import_patients p
  JOIN import_doctor_keys k ON k.system = p.doctor #>> '{key,system}' AND k.value = p.doctor #>> '{key,value}'
  WHERE p.known_id IS NULL
)
UPDATE import_patients p
SET doctor_id = n.doctor_id
FROM named n
JOIN doctors d ON d.id = n.doctor_id AND d.status = 'active'
CROSS JOIN import_scope s
WHERE p.seq = n.seq AND (s.institution_id IS NULL OR d.institution_id = s.institution_id);

-- An export may name a doctor whom it doesn't contain: its patients are still loaded.
WITH rejected AS (
  DELETE FROM import_patients p
  USING import_scope s
  WHERE p.known_id IS NULL AND p.doctor_id IS NULL AND jsonb_typeof(p.doctor) = 'object'
    AND (NOT p.doctor ? 'key' OR s.institution_id IS NOT NULL)
  RETURNING p.seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'unknown_doctor', 'generalPractitioner', 'there is no such practising doctor, or not for this import'
FROM rejected;

CREATE TEMPORARY TABLE import_keys ON COMMIT DROP AS
SELECT p.seq, p.city, i.system, i.value
FROM import_patients p
CROSS JOIN LATERAL jsonb_to_recordset(p.data -> 'identifiers') AS i (system text, value text)
WHERE p.known_id IS NULL AND p.doctor_id IS NULL;

CREATE TEMPORARY TABLE import_orders ON COMMIT DROP AS
SELECT data #>> '{patient,system}' AS system, data #>> '{patient,value}' AS value,
  data #>> '{doctor,system}' AS doctor_system, data #>> '{doctor,value}' AS doctor_value, count(*) AS orders
FROM import_records
WHERE resource = 'MedicationRequest' AND NOT repeated AND data ->> 'doctor' IS NOT NULL
GROUP BY 1, 2, 3, 4;

ANALYZE import_keys, import_orders, import_doctor_keys, identifiers;

WITH homes AS (
  SELECT d.id AS doctor_id, lower(a.city) AS city
  FROM doctors d
  JOIN addresses a ON a.institution_id = d.institution_id AND a.is_primary
), ordering AS (
  SELECT DISTINCT ON (p.seq) p.seq, k.doctor_id
  FROM import_keys p
  JOIN import_orders o USING (system, value)
  JOIN import_doctor_keys k ON k.system = o.doctor_system AND k.value = o.doctor_value
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
WHERE p.seq = n.seq AND n.known_id IS NULL AND n.doctor_id IS NULL;

WITH rejected AS (
  DELETE FROM import_patients WHERE known_id IS NULL AND doctor_id IS NULL RETURNING seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'no_doctor', 'generalPractitioner',
  'a new patient needs a doctor: none is named, nobody ordered medication, and the import contains no practitioner'
FROM rejected;
