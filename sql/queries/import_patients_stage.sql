-- Patients, without those that the rules on dates refuse. Known ones are found by their key. An institution's import also
-- finds its own patients by the identifiers that a platform-wide import gave them. What is known here of birth and death stays
-- where the source knows less, and so does a death that the source doesn't know of.
CREATE TEMPORARY TABLE import_patients ON COMMIT DROP AS
SELECT r.seq, r.data, d.key, d.doctor, d.carers, d.practice, k.entity_type AS key_owner, p.id AS known_id, COALESCE(p.id, r.id) AS id,
  NULL::uuid AS doctor_id, lower(r.data #>> '{addresses,0,city}') AS city, p.date_of_birth AS known_birth,
  birth.day AS date_of_birth, birth.day_precision AS date_of_birth_precision,
  death.deceased, death.day AS deceased_date, death.day_precision AS deceased_date_precision, death.at AS deceased_at,
  s.institution_id IS NOT NULL AND (
    p.institution_id <> s.institution_id OR d.institution IS NOT NULL AND NOT EXISTS (
      SELECT FROM import_institution_keys o WHERE (o.system, o.value) = (d.institution ->> 'system', d.institution ->> 'value'))
  ) AS elsewhere
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (key jsonb, date_of_birth date, date_of_birth_precision text, deceased boolean,
  deceased_date date, deceased_date_precision text, deceased_at timestamptz, doctor jsonb, carers jsonb, practice jsonb,
  institution jsonb)
CROSS JOIN import_scope s
LEFT JOIN identifiers k ON k.system = d.key ->> 'system' AND k.value = d.key ->> 'value'
LEFT JOIN (identifiers g JOIN patients o ON o.id = g.patient_id)
  ON k.id IS NULL AND o.institution_id = (SELECT institution_id FROM import_scope)
  AND g.system = substr(d.key ->> 'system', length(s.namespace) + 1) AND g.value = d.key ->> 'value'
LEFT JOIN patients p ON p.id = COALESCE(k.patient_id, g.patient_id)
CROSS JOIN LATERAL (
  SELECT p.date_of_birth, p.date_of_birth_precision
  WHERE d.date_of_birth_precision <> 'day'
    AND p.date_of_birth BETWEEN d.date_of_birth AND period_end(d.date_of_birth, d.date_of_birth_precision)
    AND period_end(p.date_of_birth, p.date_of_birth_precision) <= period_end(d.date_of_birth, d.date_of_birth_precision)
  UNION ALL
  SELECT d.date_of_birth, d.date_of_birth_precision
  LIMIT 1
) AS birth (day, day_precision)
CROSS JOIN LATERAL (
  SELECT p.deceased, p.deceased_date, p.deceased_date_precision, p.deceased_at
  WHERE p.deceased AND d.deceased_at IS NULL AND (d.deceased_date IS NULL
    OR p.deceased_date BETWEEN d.deceased_date AND period_end(d.deceased_date, d.deceased_date_precision)
      AND period_end(p.deceased_date, p.deceased_date_precision) <= period_end(d.deceased_date, d.deceased_date_precision))
  UNION ALL
  SELECT d.deceased, d.deceased_date, d.deceased_date_precision, d.deceased_at
  LIMIT 1
) AS death (deceased, day, day_precision, at)
WHERE r.resource = 'Patient' AND NOT r.repeated;

WITH judged AS (
  SELECT seq, CASE
    WHEN known_id IS NOT NULL AND row_number() OVER (PARTITION BY known_id ORDER BY seq) > 1 THEN 'repeated_id'
    WHEN elsewhere THEN 'other_institution'
    WHEN key_owner <> 'patient' THEN 'identifier_taken'
    WHEN date_of_birth > latest_today() THEN 'birth_in_the_future'
    WHEN deceased_date > latest_today() OR deceased_at > clock_timestamp() THEN 'death_in_the_future'
    WHEN period_end(deceased_date, deceased_date_precision) < date_of_birth THEN 'death_before_birth'
    WHEN COALESCE(deceased_date, CASE WHEN NOT deceased THEN utc_today() END)
      >= period_end(date_of_birth, date_of_birth_precision) + interval '121 years' THEN 'older_than_120'
    WHEN date_of_birth > known_birth AND date_of_birth > earliest_clinical_date(known_id) THEN 'birth_after_records'
    WHEN age_in_years(date_of_birth, COALESCE(period_end(deceased_date, deceased_date_precision), utc_today())) < (
      SELECT smoking_years FROM health_profiles WHERE patient_id = known_id) THEN 'smoked_longer_than_lived'
    END AS reason
  FROM import_patients
), rejected AS (
  DELETE FROM import_patients p
  USING judged j
  WHERE j.seq = p.seq AND j.reason IS NOT NULL
  RETURNING p.seq, j.reason
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT r.seq, 'rejected', r.reason, m.field, m.message
FROM rejected r
JOIN (VALUES
  ('repeated_id', 'id', 'an earlier line is about the same patient'),
  ('other_institution', 'managingOrganization', 'this is not a patient of the institution that the import is for'),
  ('identifier_taken', 'id', 'the id belongs to a record that is not a patient'),
  ('birth_in_the_future', 'birthDate', 'the date of birth is in the future'),
  ('death_in_the_future', 'deceasedDateTime', 'the time of death is in the future'),
  ('death_before_birth', 'deceasedDateTime', 'the patient died before birth'),
  ('older_than_120', 'birthDate', 'the patient is, or died, more than 120 years old'),
  ('birth_after_records', 'birthDate', 'the new date of birth is after a clinical date of the patient'),
  ('smoked_longer_than_lived', 'birthDate', 'the profile has more years of smoking than the patient has lived')
) AS m (reason, field, message) USING (reason);

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'warning', 'unknown_code', 'gender', 'the catalog of genders has no such code'
FROM import_patients p
WHERE data ->> 'gender' IS NOT NULL AND NOT EXISTS (SELECT FROM genders g WHERE g.code = p.data ->> 'gender');
