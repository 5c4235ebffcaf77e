-- Allergies of patients, and statements that there are none. Codes that the catalogs lack are added under the names that
-- the source gives them.
WITH added AS (
  INSERT INTO allergies (code_system, code, name, category, statement)
  SELECT DISTINCT ON (code_system, code) code_system, code, name, data ->> 'category', statement
  FROM import_events e
  WHERE about = 'allergy'
    AND NOT EXISTS (SELECT FROM allergies a WHERE (a.code_system, a.code) = (e.code_system, e.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'allergies', count(*), 0, 0 FROM added;

WITH reactions AS (
  SELECT DISTINCT ON (r.code_system, r.code) r.code_system, r.code, r.name
  FROM import_events e
  CROSS JOIN LATERAL jsonb_to_record(e.data -> 'reaction') AS r (code_system text, code text, name text)
  WHERE e.about = 'allergy' AND jsonb_typeof(e.data -> 'reaction') = 'object'
  ORDER BY r.code_system, r.code, e.seq
), added AS (
  INSERT INTO allergic_reactions (code_system, code, name)
  SELECT code_system, code, name
  FROM reactions r
  WHERE (SELECT institution_id IS NULL FROM import_scope) AND NOT EXISTS (SELECT FROM allergic_reactions a WHERE (a.code_system, a.code) = (r.code_system, r.code))
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'allergic_reactions', count(*), 0, 0 FROM added;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'warning', 'unknown_code', 'reaction', 'the catalog has no such code: ask an administrator to load it'
FROM import_events e
WHERE about = 'allergy' AND jsonb_typeof(data -> 'reaction') = 'object' AND NOT EXISTS (
  SELECT FROM allergic_reactions a
  WHERE (a.code_system, a.code) = (e.data #>> '{reaction,code_system}', e.data #>> '{reaction,code}'));

-- In a table of its own, because the planner expects at most one row from the join of two codes.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT e.seq, e.id, e.patient_id, a.id AS allergy_id, r.id AS reaction_id, e.day, e.day_precision, e.status, e.notes,
  e.verification_status, e.source_elements, e.changed, e.data ->> 'severity' AS severity, COALESCE(e.day, '-infinity') AS sorted
FROM import_events e
JOIN allergies a USING (code_system, code)
LEFT JOIN allergic_reactions r
  ON r.code_system = e.data #>> '{reaction,code_system}' AND r.code = e.data #>> '{reaction,code}'
WHERE e.about = 'allergy';
ANALYZE import_given;

-- What comes from a newer version of the source stays.
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT g.seq, 'warning', 'older_version', 'meta', 'the record here comes from a newer version'
FROM import_given g
JOIN patient_allergies t ON (t.patient_id, t.allergy_id, COALESCE(t.recorded_date, '-infinity')) = (g.patient_id, g.allergy_id, g.sorted)
WHERE g.changed < (t.source_elements #>> '{meta,lastUpdated}')::timestamptz;

WITH updated AS (
  UPDATE patient_allergies t
  SET recorded_date_precision = g.day_precision, status = g.status, verification_status = COALESCE(g.verification_status, t.verification_status),
    reaction_id = COALESCE(g.reaction_id, t.reaction_id), severity = COALESCE(g.severity, t.severity), notes = COALESCE(g.notes, t.notes),
    source_elements = g.source_elements
  FROM import_given g
  WHERE (t.patient_id, t.allergy_id, COALESCE(t.recorded_date, '-infinity')) = (g.patient_id, g.allergy_id, g.sorted)
    AND COALESCE(g.changed >= (t.source_elements #>> '{meta,lastUpdated}')::timestamptz, true)
    AND (t.recorded_date_precision, t.status, t.verification_status, t.reaction_id, t.severity, t.notes, t.source_elements)
      IS DISTINCT FROM (g.day_precision, g.status, COALESCE(g.verification_status, t.verification_status), COALESCE(g.reaction_id, t.reaction_id),
        COALESCE(g.severity, t.severity), COALESCE(g.notes, t.notes), g.source_elements)
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_allergies (id, patient_id, allergy_id, reaction_id, recorded_date, recorded_date_precision, status,
    verification_status, severity, notes, source_elements)
  SELECT id, patient_id, allergy_id, reaction_id, day, day_precision, status, verification_status, severity, notes, source_elements
  FROM import_given g
  WHERE NOT EXISTS (
    SELECT FROM patient_allergies t
    WHERE (t.patient_id, t.allergy_id, COALESCE(t.recorded_date, '-infinity')) = (g.patient_id, g.allergy_id, g.sorted))
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN seq IN (SELECT seq FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_given;

DROP TABLE import_given;
