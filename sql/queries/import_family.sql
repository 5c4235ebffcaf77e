-- Conditions of patients' relatives: of each line one or more. Codes that the catalog lacks are added under the names that the source
-- gives them, but not by an institution.
CREATE TEMPORARY TABLE import_relatives ON COMMIT DROP AS
SELECT e.seq, e.patient_id, e.data ->> 'relative' AS relative, e.source_elements, n.code_system, n.code, n.name, n.condition_group,
  c.age_at_onset, nullif(concat_ws(E'\n', e.notes, c.notes), '') AS notes
FROM import_events e
CROSS JOIN LATERAL jsonb_to_recordset(e.data -> 'conditions') AS c (concepts jsonb, age_at_onset smallint, notes text)
CROSS JOIN LATERAL (
  SELECT n.code_system, n.code, n.name, n.condition_group
  FROM ROWS FROM (jsonb_to_recordset(c.concepts) AS (code_system text, code text, name text, condition_group text))
    WITH ORDINALITY AS n (code_system, code, name, condition_group, place)
  ORDER BY EXISTS (SELECT FROM medical_conditions m WHERE (m.code_system, m.code) = (n.code_system, n.code)) DESC, n.place
  LIMIT 1
) AS n
WHERE e.about = 'family';

WITH added AS (
  INSERT INTO medical_conditions (code_system, code, name, condition_group)
  SELECT DISTINCT ON (code_system, code) code_system, code, name, condition_group
  FROM import_relatives r
  WHERE (SELECT institution_id IS NULL FROM import_scope)
    AND NOT EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (r.code_system, r.code))
  ORDER BY code_system, code, seq
  ON CONFLICT (code_system, code) DO NOTHING
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'medical_conditions', count(*), 0, 0 FROM added;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'warning', 'unknown_code', 'condition', 'the catalog has no such code: ask an administrator to load it'
FROM import_relatives r
WHERE NOT EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (r.code_system, r.code));

-- Two sisters with one condition are one entry here: the first line counts.
CREATE TEMPORARY TABLE import_given ON COMMIT DROP AS
SELECT r.*, c.id AS condition_id, row_number() OVER (PARTITION BY r.patient_id, r.relative, c.id ORDER BY r.seq) AS nth
FROM import_relatives r
JOIN medical_conditions c USING (code_system, code);
ANALYZE import_given;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'warning', 'same_relative', 'relationship', 'another line has the same condition of such a relative'
FROM import_given
WHERE nth > 1;

WITH given AS (
  SELECT * FROM import_given WHERE nth = 1
), updated AS (
  UPDATE patient_family_history t
  SET age_at_onset = COALESCE(g.age_at_onset, t.age_at_onset), notes = COALESCE(g.notes, t.notes), source_elements = g.source_elements
  FROM given g
  WHERE (t.patient_id, t.relative, t.condition_id) = (g.patient_id, g.relative, g.condition_id)
    AND (t.age_at_onset, t.notes, t.source_elements)
      IS DISTINCT FROM (COALESCE(g.age_at_onset, t.age_at_onset), COALESCE(g.notes, t.notes), g.source_elements)
  RETURNING g.seq
), inserted AS (
  INSERT INTO patient_family_history (id, patient_id, condition_id, relative, age_at_onset, notes, source_elements)
  SELECT gen_random_uuid(), patient_id, condition_id, relative, age_at_onset, notes, source_elements
  FROM given g
  WHERE NOT EXISTS (
    SELECT FROM patient_family_history t
    WHERE (t.patient_id, t.relative, t.condition_id) = (g.patient_id, g.relative, g.condition_id))
  RETURNING patient_id, relative, condition_id
)
INSERT INTO import_outcomes (seq, outcome, reason)
SELECT e.seq,
  CASE WHEN bool_or(i.patient_id IS NOT NULL) THEN 'inserted' WHEN e.seq IN (SELECT seq FROM updated) THEN 'updated'
    WHEN bool_or(g.nth = 1) THEN 'unchanged' ELSE 'skipped' END,
  CASE WHEN bool_or(g.nth = 1) THEN NULL ELSE 'nothing_new' END
FROM import_events e
LEFT JOIN import_given g USING (seq)
LEFT JOIN inserted i ON g.nth = 1 AND (i.patient_id, i.relative, i.condition_id) = (g.patient_id, g.relative, g.condition_id)
WHERE e.about = 'family'
GROUP BY e.seq;

DROP TABLE import_given;
