-- Medications of patients. Codes that the catalog lacks are added under the name that the source gives them.
WITH added AS (
  INSERT INTO medications (code_system, code, name)
  SELECT DISTINCT ON (code_system, code) code_system, code, name
  FROM import_events e
  WHERE about = 'medication'
    AND NOT EXISTS (SELECT FROM medications m WHERE (m.code_system, m.code) = (e.code_system, e.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'medications', count(*), 0, 0 FROM added;

-- In a table of its own, because the planner expects at most one row from the join of two codes.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT e.seq, e.id, e.patient_id, m.id AS medication_id, e.day, e.day_precision, e.until, e.until_precision, e.status, e.notes,
  e.source_elements, e.changed, e.dosage, COALESCE(e.day, '-infinity') AS sorted,
  count(*) OVER (PARTITION BY e.patient_id, m.id, e.day) AS courses, NULL::uuid AS known_id
FROM import_events e
JOIN medications m USING (code_system, code)
WHERE e.about = 'medication';
ANALYZE import_given;

-- A course that is known is the one with the same dosage; where there is one here and one in the import, its dosage has changed.
UPDATE import_given g
SET known_id = k.id
FROM import_given n
CROSS JOIN LATERAL (
  SELECT t.id, t.dosage, count(*) OVER () AS courses
  FROM patient_medications t
  WHERE (t.patient_id, t.medication_id, COALESCE(t.start_date, '-infinity')) = (n.patient_id, n.medication_id, n.sorted)
  ORDER BY t.dosage IS DISTINCT FROM n.dosage
  LIMIT 1
) AS k
WHERE g.seq = n.seq AND (k.dosage IS NOT DISTINCT FROM n.dosage OR k.courses = 1 AND n.courses = 1);

-- What comes from a newer version of the source stays.
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT g.seq, 'warning', 'older_version', 'meta', 'the record here comes from a newer version'
FROM import_given g
JOIN patient_medications t ON t.id = g.known_id
WHERE g.changed < (t.source_elements #>> '{meta,lastUpdated}')::timestamptz;

WITH updated AS (
  UPDATE patient_medications t
  SET start_date_precision = g.day_precision, end_date = COALESCE(g.until, t.end_date),
    end_date_precision = CASE WHEN g.until IS NULL THEN t.end_date_precision ELSE g.until_precision END,
    status = g.status, dosage = COALESCE(g.dosage, t.dosage), notes = COALESCE(g.notes, t.notes), source_elements = g.source_elements
  FROM import_given g
  WHERE t.id = g.known_id
    AND COALESCE(g.changed >= (t.source_elements #>> '{meta,lastUpdated}')::timestamptz, true)
    AND (t.start_date_precision, t.end_date, t.end_date_precision, t.status, t.dosage, t.notes, t.source_elements)
      IS DISTINCT FROM (g.day_precision, COALESCE(g.until, t.end_date),
        CASE WHEN g.until IS NULL THEN t.end_date_precision ELSE g.until_precision END, g.status, COALESCE(g.dosage, t.dosage),
        COALESCE(g.notes, t.notes), g.source_elements)
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_medications (id, patient_id, medication_id, start_date, start_date_precision, end_date, end_date_precision,
    status, dosage, notes, source_elements)
  SELECT id, patient_id, medication_id, day, day_precision, until, until_precision, status, dosage, notes, source_elements
  FROM import_given g
  WHERE known_id IS NULL
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN seq IN (SELECT seq FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_given;

DROP TABLE import_given;
