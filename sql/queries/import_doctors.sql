-- Practitioners become doctors of the institution where a role says that they work, else of the one at their address. Known ones are found by their key, or by licence
-- number and family name. The source gives no experience or fee: NULL. Nor a specialty: it is the most general.
CREATE TEMPORARY TABLE import_doctors ON COMMIT DROP AS
WITH roles AS (
  SELECT DISTINCT ON (doctor) doctor, institution_id
  FROM import_roles
  WHERE active AND institution_id IS NOT NULL
  ORDER BY doctor, nth
), places AS (
  SELECT DISTINCT ON (r.seq) r.seq, a.institution_id
  FROM import_records r
  CROSS JOIN LATERAL jsonb_to_recordset(r.data -> 'addresses')
    AS p (line1 text, city text, postal_code text, country text)
  JOIN countries c ON c.code = p.country
  JOIN addresses a ON a.country_id = c.id AND lower(a.city) = lower(p.city) AND lower(a.line1) = lower(p.line1)
    AND COALESCE(a.postal_code, '') = COALESCE(p.postal_code, '')
  WHERE r.resource = 'Practitioner' AND a.institution_id IS NOT NULL
  ORDER BY r.seq, a.institution_id
)
SELECT r.seq, r.data, d.*, k.entity_type AS key_owner, l.id AS licensee_id, lower(l.last_name) = lower(d.last_name) AS same_name,
  COALESCE(k.doctor_id, l.id) AS known_id, COALESCE(k.doctor_id, l.id, r.id) AS id,
  COALESCE(w.institution_id, p.institution_id, o.institution_id) AS institution_id,
  COALESCE(w.institution_id, p.institution_id) <> o.institution_id AS moves,
  row_number() OVER (PARTITION BY d.licence_number ORDER BY r.seq) AS nth_of_licence,
  row_number() OVER (PARTITION BY COALESCE(k.doctor_id, l.id, r.id) ORDER BY r.seq) AS nth_of_entity
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data)
  AS d (key jsonb, active boolean, first_name text, last_name text, licence_number text, sex text)
LEFT JOIN roles w ON w.doctor = d.key
LEFT JOIN places p ON p.seq = r.seq
LEFT JOIN identifiers k ON k.system = d.key ->> 'system' AND k.value = d.key ->> 'value'
LEFT JOIN doctors l ON l.licence_number = d.licence_number
LEFT JOIN doctors o ON o.id = COALESCE(k.doctor_id, l.id)
WHERE r.resource = 'Practitioner' AND NOT r.repeated;

WITH rejected AS (
  DELETE FROM import_doctors d
  WHERE key_owner <> 'doctor' OR nth_of_licence > 1 OR nth_of_entity > 1
    OR licensee_id <> known_id OR (key_owner IS NULL AND NOT same_name)
    OR institution_id IS NULL
    OR (moves AND EXISTS (SELECT FROM patients p WHERE p.doctor_id = d.known_id))
  RETURNING seq, CASE
    WHEN key_owner <> 'doctor' THEN 'identifier_taken'
    WHEN institution_id IS NULL THEN 'no_institution'
    WHEN nth_of_licence > 1 OR nth_of_entity > 1 OR licensee_id <> known_id OR NOT same_name THEN 'licence_taken'
    ELSE 'doctor_has_patients' END AS reason
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'rejected', r.reason, m.field, m.message
FROM rejected r
JOIN (VALUES
  ('identifier_taken', 'id', 'the id belongs to a record that is not a doctor'),
  ('licence_taken', 'identifier', 'another doctor has this licence number'),
  ('no_institution', 'address', 'no role says where the practitioner works, and there is no institution at the address'),
  ('doctor_has_patients', 'address', 'the doctor would move to another institution: give the patients another doctor first')
) AS m (reason, field, message) USING (reason);

WITH updated AS (
  UPDATE doctors t
  SET first_name = g.first_name, last_name = g.last_name, licence_number = g.licence_number,
    institution_id = g.institution_id, sex_id = s.id, source_elements = g.data -> 'source_elements'
  FROM import_doctors g
  JOIN sexes s ON s.code = g.sex
  WHERE t.id = g.known_id
    AND (t.first_name, t.last_name, t.licence_number, t.institution_id, t.sex_id, t.source_elements)
      IS DISTINCT FROM (g.first_name, g.last_name, g.licence_number, g.institution_id, s.id, g.data -> 'source_elements')
  RETURNING t.id
), inserted AS (
  INSERT INTO doctors (id, first_name, last_name, licence_number, status, institution_id, source_elements, sex_id, specialty_id)
  SELECT id, first_name, last_name, licence_number, CASE WHEN active THEN 'active' ELSE 'suspended' END, institution_id,
    data -> 'source_elements',
    (SELECT s.id FROM sexes s WHERE s.code = g.sex),
    (SELECT s.id FROM doctor_specialties s WHERE s.code = 'general_practice')
  FROM import_doctors g
  WHERE known_id IS NULL
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN id IN (SELECT id FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_doctors;

INSERT INTO import_owners (seq, entity_type, entity_id, data)
SELECT seq, 'doctor', id, data FROM import_doctors;
