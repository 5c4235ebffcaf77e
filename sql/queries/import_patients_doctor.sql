-- A new patient's doctor: the first doctor who is named, by a role too, else the one who ordered most of the medications. In a tie,
-- or without medication, doctors of an organization that cares for the patient come first, then those in the patient's city, then
-- the lowest id in the source. In an institution's import all of
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

INSERT INTO import_doctor_keys (system, value, doctor_id)
SELECT r.key ->> 'system', r.key ->> 'value', k.doctor_id
FROM import_roles r
JOIN import_doctor_keys k ON k.system = r.doctor ->> 'system' AND k.value = r.doctor ->> 'value'
WHERE r.active;

WITH named AS (
  SELECT p.seq, d.id AS doctor_id, 0 AS nth
  FROM import_patients p
  JOIN doctors d ON d.licence_number = p.doctor ->> 'licence_number'
  WHERE p.known_id IS NULL
  UNION ALL
  SELECT p.seq, d.id, 0
  FROM import_patients p
  JOIN doctors d ON d.id = (p.doctor ->> 'id')::uuid
  WHERE p.known_id IS NULL
  UNION ALL
  SELECT p.seq, k.doctor_id, c.nth
  FROM import_patients p
  CROSS JOIN LATERAL jsonb_array_elements(p.carers) WITH ORDINALITY AS c (key, nth)
  JOIN import_doctor_keys k ON k.system = c.key ->> 'system' AND k.value = c.key ->> 'value'
  WHERE p.known_id IS NULL AND jsonb_typeof(p.doctor) IS DISTINCT FROM 'object'
), chosen AS (
  SELECT DISTINCT ON (n.seq) n.seq, n.doctor_id
  FROM named n
  JOIN doctors d ON d.id = n.doctor_id AND d.status = 'active'
  CROSS JOIN import_scope s
  WHERE s.institution_id IS NULL OR d.institution_id = s.institution_id
  ORDER BY n.seq, n.nth, n.doctor_id
)
UPDATE import_patients p
SET doctor_id = c.doctor_id
FROM chosen c
WHERE p.seq = c.seq;

-- An export may name a doctor whom it doesn't contain: its patients are still loaded.
WITH rejected AS (
  DELETE FROM import_patients p
  USING import_scope s
  WHERE p.known_id IS NULL AND p.doctor_id IS NULL
    AND (jsonb_typeof(p.doctor) = 'object' OR s.institution_id IS NOT NULL AND jsonb_array_length(p.carers) > 0 AND NOT EXISTS (
      SELECT FROM import_institution_keys o
      JOIN jsonb_array_elements(p.carers) AS c (key) ON (o.system, o.value) = (c.key ->> 'system', c.key ->> 'value')))
  RETURNING p.seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'unknown_doctor', 'generalPractitioner', 'there is no such practising doctor, or not for this import'
FROM rejected;

-- The organizations that care for patients who have no doctor yet, the first one first.
CREATE TEMPORARY TABLE import_practices ON COMMIT DROP AS
SELECT p.seq, i.institution_id, min(c.nth) AS nth
FROM import_patients p
CROSS JOIN LATERAL jsonb_array_elements(p.carers || CASE WHEN jsonb_typeof(p.practice) = 'object' THEN jsonb_build_array(p.practice) ELSE '[]' END)
  WITH ORDINALITY AS c (key, nth)
JOIN identifiers i ON i.system = c.key ->> 'system' AND i.value = c.key ->> 'value' AND i.institution_id IS NOT NULL
WHERE p.known_id IS NULL AND p.doctor_id IS NULL
GROUP BY p.seq, i.institution_id;

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
  JOIN doctors d ON d.id = k.doctor_id
  LEFT JOIN import_practices c ON c.seq = p.seq AND c.institution_id = d.institution_id
  LEFT JOIN homes h ON h.doctor_id = k.doctor_id
  ORDER BY p.seq, o.orders DESC, c.nth, h.city = p.city DESC NULLS LAST, k.value
), present AS (
  SELECT d.id AS doctor_id, d.key ->> 'value' AS source_id, h.city
  FROM import_doctors d
  LEFT JOIN homes h ON h.doctor_id = d.id
  WHERE d.active
), practising AS (
  SELECT DISTINCT ON (c.seq) c.seq, d.id AS doctor_id
  FROM import_practices c
  JOIN doctors d ON d.institution_id = c.institution_id AND d.status = 'active'
  LEFT JOIN present o ON o.doctor_id = d.id
  ORDER BY c.seq, c.nth, o.source_id, d.created_at, d.id
), local AS (
  SELECT DISTINCT ON (city) city, doctor_id FROM present ORDER BY city, source_id
)
UPDATE import_patients p
SET doctor_id = COALESCE(o.doctor_id, w.doctor_id, l.doctor_id, (SELECT doctor_id FROM present ORDER BY source_id LIMIT 1))
FROM import_patients n
LEFT JOIN ordering o ON o.seq = n.seq
LEFT JOIN practising w ON w.seq = n.seq
LEFT JOIN local l ON l.city = n.city
WHERE p.seq = n.seq AND n.known_id IS NULL AND n.doctor_id IS NULL;

WITH rejected AS (
  DELETE FROM import_patients WHERE known_id IS NULL AND doctor_id IS NULL RETURNING seq
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', 'no_doctor', 'generalPractitioner',
  'a new patient needs a doctor: none is named, nobody ordered medication, and the import contains no practitioner'
FROM rejected;
