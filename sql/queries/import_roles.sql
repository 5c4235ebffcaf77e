-- PractitionerRoles say where practitioners work, and store nothing else. A doctor works at one institution: the first active role
-- decides, and the others are said.
CREATE TEMPORARY TABLE import_roles ON COMMIT DROP AS
SELECT r.seq, d.key, d.doctor, d.active, o.institution_id, p.key IS NOT NULL OR i.id IS NOT NULL AS known,
  row_number() OVER (PARTITION BY d.doctor ORDER BY NOT d.active, o.institution_id IS NULL, r.seq) AS nth
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data) AS d (key jsonb, doctor jsonb, institution jsonb, active boolean)
LEFT JOIN (SELECT DISTINCT data -> 'key' AS key FROM import_records WHERE resource = 'Practitioner') p ON p.key = d.doctor
LEFT JOIN identifiers i ON i.system = d.doctor ->> 'system' AND i.value = d.doctor ->> 'value' AND i.doctor_id IS NOT NULL
LEFT JOIN identifiers o ON o.system = d.institution ->> 'system' AND o.value = d.institution ->> 'value' AND o.institution_id IS NOT NULL
WHERE r.resource = 'PractitionerRole' AND NOT r.repeated;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, o.outcome, o.reason, o.field, o.message
FROM import_roles
CROSS JOIN import_scope s
JOIN (VALUES
  ('not_written', 'skipped', NULL, NULL),
  ('unknown_doctor', 'rejected', 'practitioner', 'there is no such practitioner'),
  ('unknown_institution', 'rejected', 'organization', 'there is no such organization'),
  ('second_role', 'skipped', NULL, NULL),
  ('second_role', 'warning', 'organization', 'a doctor works at one institution: another role says which'),
  ('inactive_role', 'skipped', NULL, NULL),
  ('place_of_work', 'skipped', NULL, NULL)
) AS o (reason, outcome, field, message) ON o.reason = CASE
  WHEN s.institution_id IS NOT NULL THEN 'not_written'
  WHEN NOT known THEN 'unknown_doctor'
  WHEN import_roles.institution_id IS NULL THEN 'unknown_institution'
  WHEN NOT active THEN 'inactive_role'
  WHEN nth > 1 THEN 'second_role'
  ELSE 'place_of_work' END;
