-- What happened to patients, without what the rules on dates refuse, once a patient, code and day; of measures the
-- latest of each kind.
ANALYZE identifiers;

CREATE TEMPORARY TABLE import_events ON COMMIT DROP AS
SELECT r.seq, r.resource, r.id, r.condition_group, r.data, k.patient_id, p.date_of_birth, d.day, d.until, d.status, d.notes,
  d.concept ->> 'code_system' AS code_system, d.concept ->> 'code' AS code, d.concept ->> 'name' AS name, d.kind, d.at
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (patient jsonb, concept jsonb, day date, until date, status text,
  notes text, kind text, at timestamptz)
LEFT JOIN identifiers k ON k.system = d.patient ->> 'system' AND k.value = d.patient ->> 'value'
LEFT JOIN patients p ON p.id = k.patient_id
WHERE r.resource IN ('Observation', 'Condition', 'MedicationRequest', 'AllergyIntolerance') AND NOT r.repeated;

WITH rejected AS (
  DELETE FROM import_events
  WHERE patient_id IS NULL OR day < date_of_birth OR day > utc_today() OR until > utc_today()
  RETURNING seq, CASE
    WHEN patient_id IS NULL THEN 'unknown_patient'
    WHEN day < date_of_birth THEN 'before_birth'
    ELSE 'in_the_future' END AS reason
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'rejected', r.reason, m.field, m.message
FROM rejected r
JOIN (VALUES
  ('unknown_patient', 'subject', 'the patient is neither in the import nor in the database'),
  ('before_birth', 'date', 'it lies before the patient''s birth'),
  ('in_the_future', 'date', 'it lies in the future')
) AS m (reason, field, message) USING (reason);

WITH numbered AS (
  SELECT seq, row_number() OVER (
    PARTITION BY resource, patient_id, kind, code_system, code, CASE WHEN kind IS NULL THEN day END
    ORDER BY at DESC, seq) AS nth
  FROM import_events
), skipped AS (
  DELETE FROM import_events e USING numbered n WHERE n.seq = e.seq AND n.nth > 1 RETURNING e.seq, e.kind
)
INSERT INTO import_outcomes (seq, outcome, reason)
SELECT seq, 'skipped', CASE WHEN kind IS NULL THEN 'same_day' ELSE 'not_the_latest' END
FROM skipped;

ANALYZE import_events;
