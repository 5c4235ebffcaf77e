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

-- Medications only give their code to what refers to them.
INSERT INTO import_outcomes (seq, outcome, reason)
SELECT seq, 'skipped', 'only_referred_to' FROM import_records WHERE resource = 'Medication' AND NOT repeated;

-- about says which catalog an event's code is in. Of its codes the first counts that the catalog knows; measures and relatives have
-- none here. A date that is told by an age
-- is counted from the birth.
CREATE TEMPORARY TABLE import_events ON COMMIT DROP AS
SELECT r.seq, r.resource, k.about, r.id, r.data, p.id AS patient_id, p.date_of_birth, t.day, t.day_precision, t.until,
  t.until_precision, d.status, d.notes, d.recorded, (r.data #>> '{meta,lastUpdated}')::timestamptz AS changed,
  r.data #>> '{meta,versionId}' AS version, d.verification_status, nullif(COALESCE(r.data -> 'source_elements', '{}')
    || CASE WHEN r.data -> 'meta' <> '{}' THEN jsonb_build_object('meta', r.data -> 'meta') ELSE '{}' END, '{}') AS source_elements,
  c.code_system, c.code, c.name, c.condition_group, coalesce(c.statement, false) AS statement, c.known, d.kind, d.at,
  nullif(r.data ->> 'dosage', '') AS dosage
FROM import_records r
JOIN (VALUES ('Condition', 'condition'), ('MedicationRequest', 'medication'), ('MedicationStatement', 'medication'),
  ('AllergyIntolerance', 'allergy'), ('FamilyMemberHistory', 'family'), ('Observation', 'measure')) AS k (resource, about) USING (resource)
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (patient jsonb, concepts jsonb, medication jsonb, day date, day_precision text,
  day_age jsonb, until date, until_precision text, until_age jsonb, status text, recorded timestamptz, notes text,
  verification_status text, kind text, at timestamptz)
CROSS JOIN import_scope s
LEFT JOIN identifiers i ON i.system = d.patient ->> 'system' AND i.value = d.patient ->> 'value'
LEFT JOIN (identifiers g JOIN patients o ON o.id = g.patient_id)
  ON i.id IS NULL AND o.institution_id = (SELECT institution_id FROM import_scope)
  AND g.system = substr(d.patient ->> 'system', length(s.namespace) + 1) AND g.value = d.patient ->> 'value'
LEFT JOIN patients p ON p.id = COALESCE(i.patient_id, g.patient_id)
  AND (s.institution_id IS NULL OR p.institution_id = s.institution_id)
LEFT JOIN import_records m ON m.resource = 'Medication' AND NOT m.repeated AND jsonb_typeof(d.medication) = 'object'
  AND m.data -> 'key' = d.medication
LEFT JOIN LATERAL (
  SELECT n.code_system, n.code, n.name, n.condition_group, n.statement, CASE k.about
    WHEN 'condition' THEN EXISTS (SELECT FROM medical_conditions c WHERE (c.code_system, c.code) = (n.code_system, n.code))
    WHEN 'medication' THEN EXISTS (SELECT FROM medications c WHERE (c.code_system, c.code) = (n.code_system, n.code))
    ELSE EXISTS (SELECT FROM allergies c WHERE (c.code_system, c.code) = (n.code_system, n.code)) END AS known
  FROM ROWS FROM (jsonb_to_recordset(
    CASE WHEN k.about NOT IN ('measure', 'family') AND jsonb_typeof(COALESCE(nullif(d.concepts, 'null'), m.data -> 'concepts')) = 'array'
      THEN COALESCE(nullif(d.concepts, 'null'), m.data -> 'concepts') ELSE '[]' END)
    AS (code_system text, code text, name text, condition_group text, statement boolean))
    WITH ORDINALITY AS n (code_system, code, name, condition_group, statement, place)
  ORDER BY known DESC, n.place
  LIMIT 1
) AS c ON true
CROSS JOIN LATERAL (
  SELECT COALESCE(d.day, date_trunc(d.day_age ->> 'precision', p.date_of_birth + (d.day_age ->> 'interval')::interval)::date) AS day,
    COALESCE(d.day_age ->> 'precision', d.day_precision, 'day') AS day_precision,
    COALESCE(d.until, date_trunc(d.until_age ->> 'precision', p.date_of_birth + (d.until_age ->> 'interval')::interval)::date) AS until,
    COALESCE(d.until_age ->> 'precision', d.until_precision, 'day') AS until_precision
) AS t
WHERE NOT r.repeated;

-- Only the platform adds to the catalogs: other institutions must not read what one institution calls a code.
WITH judged AS (
  SELECT e.seq, CASE
    WHEN NOT s.clinical THEN 'not_for_insurers'
    WHEN patient_id IS NULL THEN 'unknown_patient'
    WHEN about NOT IN ('measure', 'family') AND code IS NULL THEN 'unknown_medication'
    WHEN period_end(day, day_precision) < date_of_birth OR period_end(until, until_precision) < date_of_birth THEN 'before_birth'
    WHEN day > latest_today() THEN 'in_the_future'
    WHEN until < day AND until <> date_trunc(until_precision, day::timestamp) THEN 'ends_before_start'
    WHEN s.institution_id IS NOT NULL AND NOT known THEN 'unknown_code'
    END AS reason
  FROM import_events e
  CROSS JOIN import_scope s
), rejected AS (
  DELETE FROM import_events e USING judged j WHERE j.seq = e.seq AND j.reason IS NOT NULL
  RETURNING e.seq, j.reason
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'rejected', r.reason, m.field, m.message
FROM rejected r
JOIN (VALUES
  ('not_for_insurers', '', 'insurers keep no clinical records'),
  ('unknown_code', 'code', 'the catalog has no such code: ask an administrator to load it'),
  ('unknown_medication', 'medicationReference', 'the import has no such Medication, or none with a code'),
  ('unknown_patient', 'subject', 'the patient is neither in the import nor in the database'),
  ('before_birth', 'date', 'the date is before the patient''s birth'),
  ('ends_before_start', 'date', 'it ends before it began'),
  ('in_the_future', 'date', 'the date is in the future')
) AS m (reason, field, message) USING (reason);

-- Of those about the same, the one that was written down last counts, one that continues before one that has ended. Of measures, the
-- last that was measured; that somebody's smoking is unknown counts only where nothing else is known.
WITH numbered AS (
  SELECT seq, row_number() OVER (
    PARTITION BY about, patient_id, kind, code_system, code,
      CASE WHEN kind IS NULL THEN day END, CASE WHEN about = 'medication' THEN dosage END
    ORDER BY data ->> 'smoking' = 'unknown', at DESC, recorded DESC NULLS LAST, changed DESC NULLS LAST,
      length(version) DESC NULLS LAST, version DESC NULLS LAST,
      is_current(status, until, until_precision) DESC, seq) AS nth
  FROM import_events
  WHERE about <> 'family'
), skipped AS (
  DELETE FROM import_events e USING numbered n WHERE n.seq = e.seq AND n.nth > 1 RETURNING e.seq, e.kind
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, o.outcome, o.reason, o.field, o.message
FROM skipped
JOIN (VALUES
  (true, 'skipped', 'not_the_latest', NULL, NULL),
  (false, 'skipped', 'same_day', NULL, NULL),
  (false, 'warning', 'same_day', 'date', 'another line about the same, on the same day, was recorded later or continues')
) AS o (measure, outcome, reason, field, message) ON o.measure = (kind IS NOT NULL);

ANALYZE import_events;
