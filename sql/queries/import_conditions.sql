-- Conditions of patients. Codes that the catalog lacks are added under the name that the source gives them.
WITH added AS (
  INSERT INTO medical_conditions (code_system, code, name, condition_group)
  SELECT DISTINCT ON (code_system, code) code_system, code, name, condition_group
  FROM import_events e
  WHERE resource = 'Condition'
    AND NOT EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (e.code_system, e.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'medical_conditions', count(*), 0, 0 FROM added;

-- In a table of its own, because the planner expects at most one row from the join of two codes.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT e.seq, e.id, e.patient_id, c.id AS condition_id, e.day, e.until, e.status, e.notes,
  e.data ->> 'severity' AS severity
FROM import_events e
JOIN medical_conditions c USING (code_system, code)
WHERE e.resource = 'Condition';
ANALYZE import_given;

WITH updated AS (
  UPDATE patient_conditions t
  SET abatement_date = g.until, status = g.status, severity = COALESCE(g.severity, t.severity),
    notes = COALESCE(g.notes, t.notes)
  FROM import_given g
  WHERE (t.patient_id, t.condition_id, t.onset_date) = (g.patient_id, g.condition_id, g.day)
    AND (t.abatement_date, t.status, t.severity, t.notes)
      IS DISTINCT FROM (g.until, g.status, COALESCE(g.severity, t.severity), COALESCE(g.notes, t.notes))
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_conditions (id, patient_id, condition_id, onset_date, abatement_date, status, severity, notes)
  SELECT id, patient_id, condition_id, day, until, status, severity, notes
  FROM import_given g
  WHERE NOT EXISTS (
    SELECT FROM patient_conditions t
    WHERE (t.patient_id, t.condition_id, t.onset_date) = (g.patient_id, g.condition_id, g.day))
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN seq IN (SELECT seq FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_given;

DROP TABLE import_given;
