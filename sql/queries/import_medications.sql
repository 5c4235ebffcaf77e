-- Medications of patients. Codes that the catalog lacks are added under the name that the source gives them.
WITH added AS (
  INSERT INTO medications (code_system, code, name)
  SELECT DISTINCT ON (code_system, code) code_system, code, name
  FROM import_events e
  WHERE resource = 'MedicationRequest'
    AND NOT EXISTS (SELECT FROM medications m WHERE (m.code_system, m.code) = (e.code_system, e.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'medications', count(*), 0, 0 FROM added;

-- In a table of its own, because the planner expects at most one row from the join of two codes.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT e.seq, e.id, e.patient_id, m.id AS medication_id, e.day, e.until, e.status, e.notes,
  e.data ->> 'dosage' AS dosage
FROM import_events e
JOIN medications m USING (code_system, code)
WHERE e.resource = 'MedicationRequest';
ANALYZE import_given;

WITH updated AS (
  UPDATE patient_medications t
  SET end_date = COALESCE(g.until, t.end_date), status = g.status, dosage = COALESCE(g.dosage, t.dosage),
    notes = COALESCE(g.notes, t.notes)
  FROM import_given g
  WHERE (t.patient_id, t.medication_id, t.start_date) = (g.patient_id, g.medication_id, g.day)
    AND (t.end_date, t.status, t.dosage, t.notes)
      IS DISTINCT FROM (COALESCE(g.until, t.end_date), g.status, COALESCE(g.dosage, t.dosage), COALESCE(g.notes, t.notes))
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_medications (id, patient_id, medication_id, start_date, end_date, status, dosage, notes)
  SELECT id, patient_id, medication_id, day, until, status, dosage, notes
  FROM import_given g
  WHERE NOT EXISTS (
    SELECT FROM patient_medications t
    WHERE (t.patient_id, t.medication_id, t.start_date) = (g.patient_id, g.medication_id, g.day))
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN seq IN (SELECT seq FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_given;

DROP TABLE import_given;
