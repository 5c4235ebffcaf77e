-- Conditions of patients. Codes that the catalog lacks are added under the name that the source gives them.
WITH added AS (
  INSERT INTO medical_conditions (code_system, code, name, condition_group)
  SELECT DISTINCT ON (code_system, code) code_system, code, name, condition_group
  FROM import_events e
  WHERE about = 'condition'
    AND NOT EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (e.code_system, e.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'medical_conditions', count(*), 0, 0 FROM added;

-- In a table of its own, because the planner expects at most one row from the join of two codes.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT e.seq, e.id, e.patient_id, c.id AS condition_id, e.day, e.day_precision, e.until, e.until_precision, e.status, e.notes,
  e.verification_status, e.source_elements, e.changed, e.data ->> 'severity' AS severity, COALESCE(e.day, '-infinity') AS sorted
FROM import_events e
JOIN medical_conditions c USING (code_system, code)
WHERE e.about = 'condition';
ANALYZE import_given;

-- What comes from a newer version of the source stays.
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT g.seq, 'warning', 'older_version', 'meta', 'the record here comes from a newer version'
FROM import_given g
JOIN patient_conditions t ON (t.patient_id, t.condition_id, COALESCE(t.onset_date, '-infinity')) = (g.patient_id, g.condition_id, g.sorted)
WHERE g.changed < (t.source_elements #>> '{meta,lastUpdated}')::timestamptz;

WITH updated AS (
  UPDATE patient_conditions t
  SET onset_date_precision = g.day_precision, abatement_date = g.until, abatement_date_precision = g.until_precision, status = g.status,
    verification_status = COALESCE(g.verification_status, t.verification_status), severity = COALESCE(g.severity, t.severity), notes = COALESCE(g.notes, t.notes),
    source_elements = g.source_elements
  FROM import_given g
  WHERE (t.patient_id, t.condition_id, COALESCE(t.onset_date, '-infinity')) = (g.patient_id, g.condition_id, g.sorted)
    AND COALESCE(g.changed >= (t.source_elements #>> '{meta,lastUpdated}')::timestamptz, true)
    AND (t.onset_date_precision, t.abatement_date, t.abatement_date_precision, t.status, t.verification_status, t.severity, t.notes,
      t.source_elements)
      IS DISTINCT FROM (g.day_precision, g.until, g.until_precision, g.status, COALESCE(g.verification_status, t.verification_status), COALESCE(g.severity, t.severity),
        COALESCE(g.notes, t.notes), g.source_elements)
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_conditions (id, patient_id, condition_id, onset_date, onset_date_precision, abatement_date,
    abatement_date_precision, status, verification_status, severity, notes, source_elements)
  SELECT id, patient_id, condition_id, day, day_precision, until, until_precision, status, verification_status, severity, notes,
    source_elements
  FROM import_given g
  WHERE NOT EXISTS (
    SELECT FROM patient_conditions t
    WHERE (t.patient_id, t.condition_id, COALESCE(t.onset_date, '-infinity')) = (g.patient_id, g.condition_id, g.sorted))
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN seq IN (SELECT seq FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_given;

DROP TABLE import_given;
