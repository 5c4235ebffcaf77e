-- An institution's import writes neither institutions nor doctors. It recognises its own, so that patients can refer to
-- them, and refuses all others, whether or not they exist.
WITH known AS (
  SELECT s.namespace || i.system AS system, i.value
  FROM import_scope s
  JOIN identifiers i ON i.institution_id = s.institution_id
), judged AS (
  SELECT r.seq, d.key ->> 'system' AS system, d.key ->> 'value' AS value,
    d.licence_number = m.licence_number
      OR EXISTS (SELECT FROM known k WHERE (k.system, k.value) = (d.key ->> 'system', d.key ->> 'value')) AS own
  FROM import_records r
  CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (key jsonb, licence_number text)
  CROSS JOIN import_scope s
  JOIN medical_institutions m ON m.id = s.institution_id
  WHERE r.resource = 'Organization' AND NOT r.repeated
), kept AS (
  INSERT INTO import_institution_keys (system, value)
  SELECT system, value FROM known
  UNION
  SELECT system, value FROM judged WHERE own
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, CASE WHEN own THEN 'skipped' ELSE 'rejected' END, CASE WHEN own THEN 'not_written' ELSE 'other_institution' END,
  'identifier', 'this is not the institution that the import is for'
FROM judged;

CREATE TEMPORARY TABLE import_doctors ON COMMIT DROP AS
SELECT r.seq, d.key, o.id, COALESCE(o.status = 'active', false) AS active
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (key jsonb, last_name text, licence_number text)
CROSS JOIN import_scope s
LEFT JOIN LATERAL (
  SELECT o.id, o.status
  FROM doctors o
  LEFT JOIN identifiers i ON i.doctor_id = o.id AND s.namespace || i.system = d.key ->> 'system' AND i.value = d.key ->> 'value'
  WHERE o.institution_id = s.institution_id
    AND (i.id IS NOT NULL OR (o.licence_number = d.licence_number AND lower(o.last_name) = lower(d.last_name)))
  ORDER BY i.id IS NULL
  LIMIT 1
) o ON true
WHERE r.resource = 'Practitioner' AND NOT r.repeated;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, CASE WHEN id IS NULL THEN 'rejected' ELSE 'skipped' END, CASE WHEN id IS NULL THEN 'other_institution' ELSE 'not_written' END,
  'identifier', 'this is not a doctor of the institution that the import is for: register doctors first'
FROM import_doctors;

DELETE FROM import_doctors WHERE id IS NULL;
