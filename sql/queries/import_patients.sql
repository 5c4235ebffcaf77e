-- Writes the staged patients. Known patients keep doctor, validation and activity: those are decided here, not in the
-- source.
WITH given AS (
  SELECT g.id, g.known_id, g.doctor_id, g.date_of_birth, g.date_of_birth_precision, g.deceased, g.deceased_date,
    g.deceased_date_precision, g.deceased_at, d.active, d.first_name, d.last_name, s.id AS sex_id, COALESCE(n.id, k.gender_id) AS gender_id,
    g.data -> 'source_elements' AS source_elements
  FROM import_patients g
  CROSS JOIN LATERAL jsonb_to_record(g.data) AS d (active boolean, first_name text, last_name text, sex text, gender text)
  JOIN sexes s ON s.code = d.sex
  LEFT JOIN genders n ON n.code = d.gender
  LEFT JOIN patients k ON k.id = g.known_id
), updated AS (
  UPDATE patients t
  SET first_name = g.first_name, last_name = g.last_name, sex_id = g.sex_id, date_of_birth = g.date_of_birth,
    date_of_birth_precision = g.date_of_birth_precision, deceased = g.deceased, deceased_date = g.deceased_date,
    deceased_date_precision = g.deceased_date_precision, deceased_at = g.deceased_at, gender_id = g.gender_id,
    source_elements = g.source_elements
  FROM given g
  WHERE t.id = g.known_id
    AND (t.first_name, t.last_name, t.sex_id, t.date_of_birth, t.date_of_birth_precision, t.deceased, t.deceased_date,
      t.deceased_date_precision, t.deceased_at, t.gender_id, t.source_elements)
      IS DISTINCT FROM (g.first_name, g.last_name, g.sex_id, g.date_of_birth, g.date_of_birth_precision, g.deceased, g.deceased_date,
        g.deceased_date_precision, g.deceased_at, g.gender_id, g.source_elements)
  RETURNING t.id
), inserted AS (
  INSERT INTO patients (id, first_name, last_name, sex_id, gender_id, date_of_birth, date_of_birth_precision, deceased, deceased_date,
    deceased_date_precision, deceased_at, active, source_elements, doctor_id, institution_id)
  SELECT g.id, g.first_name, g.last_name, g.sex_id, g.gender_id, g.date_of_birth, g.date_of_birth_precision, g.deceased,
    g.deceased_date, g.deceased_date_precision, g.deceased_at, g.active, g.source_elements, d.id, d.institution_id
  FROM given g
  JOIN doctors d ON d.id = g.doctor_id
  WHERE g.known_id IS NULL
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN id IN (SELECT id FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_patients;

INSERT INTO import_owners (seq, entity_type, entity_id, data)
SELECT seq, 'patient', id, data FROM import_patients;
