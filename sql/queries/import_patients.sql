-- Writes the staged patients. Known patients keep doctor, validation and activity: those are decided here, not in the
-- source. A death that the source doesn't know of stays.
WITH given AS (
  SELECT g.id, g.known_id, g.doctor_id, g.date_of_birth, g.death, d.active, d.first_name, d.last_name,
    s.id AS sex_id, COALESCE(n.id, k.gender_id) AS gender_id
  FROM import_patients g
  CROSS JOIN LATERAL jsonb_to_record(g.data) AS d (active boolean, first_name text, last_name text, sex text, gender text)
  JOIN sexes s ON s.code = d.sex
  LEFT JOIN genders n ON n.code = d.gender
  LEFT JOIN patients k ON k.id = g.known_id
), updated AS (
  UPDATE patients t
  SET first_name = g.first_name, last_name = g.last_name, sex_id = g.sex_id, date_of_birth = g.date_of_birth,
    deceased_at = g.death, gender_id = g.gender_id
  FROM given g
  WHERE t.id = g.known_id
    AND (t.first_name, t.last_name, t.sex_id, t.date_of_birth, t.deceased_at, t.gender_id)
      IS DISTINCT FROM (g.first_name, g.last_name, g.sex_id, g.date_of_birth, g.death, g.gender_id)
  RETURNING t.id
), inserted AS (
  INSERT INTO patients (id, first_name, last_name, sex_id, gender_id, date_of_birth, deceased_at, active,
    doctor_id, institution_id)
  SELECT g.id, g.first_name, g.last_name, g.sex_id, g.gender_id, g.date_of_birth, g.death, g.active,
    d.id, d.institution_id
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
