-- Clinical events of patients, without those that the rules on dates refuse, one for each patient, code and day; of
-- measures, the latest of each kind.
ANALYZE identifiers, patients;

-- Only the owner may do that. Where most patients are new, other roles' planner expects only a handful of them and joins
-- each record with all. That also applies to the triggers that check dates, whose plans are kept, so those are made anew.
SELECT set_config('enable_nestloop', 'off', true)
FROM pg_class
WHERE oid = 'patients'::regclass
  AND reltuples < (SELECT count(*) FROM import_outcomes JOIN import_records USING (seq) WHERE resource = 'Patient' AND outcome = 'inserted');
DISCARD PLANS;

CREATE TEMPORARY TABLE import_events ON COMMIT DROP AS
SELECT r.seq, r.resource, r.id, r.condition_group, r.data, p.id AS patient_id, p.date_of_birth, d.day, d.until, d.status, d.notes,
  d.concept ->> 'code_system' AS code_system, d.concept ->> 'code' AS code, d.concept ->> 'name' AS name, d.kind, d.at
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (patient jsonb, concept jsonb, day date, until date, status text,
  notes text, kind text, at timestamptz)
CROSS JOIN import_scope s
LEFT JOIN identifiers k ON k.system = d.patient ->> 'system' AND k.value = d.patient ->> 'value'
LEFT JOIN (identifiers g JOIN patients o ON o.id = g.patient_id)
  ON k.id IS NULL AND o.institution_id = (SELECT institution_id FROM import_scope)
  AND g.system = substr(d.patient ->> 'system', length(s.namespace) + 1) AND g.value = d.patient ->> 'value'
LEFT JOIN patients p ON p.id = COALESCE(k.patient_id, g.patient_id)
  AND (s.institution_id IS NULL OR p.institution_id = s.institution_id)
WHERE r.data ? 'patient' AND NOT r.repeated;

-- Only the platform adds to the catalogs: other institutions must not read what one institution calls a code.
WITH rejected AS (
  DELETE FROM import_events e
  USING import_scope s
  WHERE patient_id IS NULL OR NOT s.clinical OR day < date_of_birth OR day > utc_today() OR until > utc_today()
    OR s.institution_id IS NOT NULL AND NOT CASE e.resource
      WHEN 'Condition' THEN EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (e.code_system, e.code))
      WHEN 'MedicationRequest' THEN EXISTS (SELECT FROM medications c WHERE (c.code_system, c.code) = (e.code_system, e.code))
      WHEN 'AllergyIntolerance' THEN EXISTS (SELECT FROM allergies c WHERE (c.code_system, c.code) = (e.code_system, e.code))
      ELSE true END
  RETURNING seq, CASE
    WHEN NOT s.clinical THEN 'not_for_insurers'
    WHEN patient_id IS NULL THEN 'unknown_patient'
    WHEN day < date_of_birth THEN 'before_birth'
    WHEN day > utc_today() OR until > utc_today() THEN 'in_the_future'
    ELSE 'unknown_code' END AS reason
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'rejected', r.reason, m.field, m.message
FROM rejected r
JOIN (VALUES
  ('not_for_insurers', '', 'insurers keep no clinical records'),
  ('unknown_code', 'code', 'the catalog has no such code: ask an administrator to load it'),
  ('unknown_patient', 'subject', 'the patient is neither in the import nor in the database'),
  ('before_birth', 'date', 'the date is before the patient''s birth'),
  ('in_the_future', 'date', 'the date is in the future')
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
