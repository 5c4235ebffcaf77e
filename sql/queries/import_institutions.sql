-- Organizations become medical institutions. Known ones are found by their key, or by licence number and name.
CREATE TEMPORARY TABLE import_institutions ON COMMIT DROP AS
SELECT r.seq, r.data, d.*, k.entity_type AS key_owner, m.id AS licensee_id, lower(m.name) = lower(d.name) AS same_name,
  COALESCE(k.institution_id, m.id) AS known_id, COALESCE(k.institution_id, m.id, r.id) AS id,
  row_number() OVER (PARTITION BY d.licence_number ORDER BY r.seq) AS nth_of_licence,
  row_number() OVER (PARTITION BY COALESCE(k.institution_id, m.id, r.id) ORDER BY r.seq) AS nth_of_entity
FROM import_records r
CROSS JOIN LATERAL jsonb_to_record(r.data)
  AS d (key jsonb, active boolean, name text, licence_number text, type text, website text)
LEFT JOIN identifiers k ON k.system = d.key ->> 'system' AND k.value = d.key ->> 'value'
LEFT JOIN medical_institutions m ON m.licence_number = d.licence_number
WHERE r.resource = 'Organization' AND NOT r.repeated;

WITH rejected AS (
  DELETE FROM import_institutions
  WHERE key_owner <> 'institution' OR nth_of_licence > 1 OR nth_of_entity > 1
    OR licensee_id <> known_id OR (key_owner IS NULL AND NOT same_name)
  RETURNING seq, key_owner <> 'institution' AS key_taken
)
INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'rejected', CASE WHEN key_taken THEN 'identifier_taken' ELSE 'licence_taken' END,
  CASE WHEN key_taken THEN 'id' ELSE 'identifier' END,
  CASE WHEN key_taken THEN 'the id belongs to a record that is not an institution'
    ELSE 'another institution has this licence number' END
FROM rejected;

WITH updated AS (
  UPDATE medical_institutions t
  SET name = g.name, licence_number = g.licence_number, website = COALESCE(g.website, t.website),
    source_elements = g.data -> 'source_elements'
  FROM import_institutions g
  WHERE t.id = g.known_id
    AND (t.name, t.licence_number, t.website, t.source_elements)
      IS DISTINCT FROM (g.name, g.licence_number, COALESCE(g.website, t.website), g.data -> 'source_elements')
  RETURNING t.id
), inserted AS (
  INSERT INTO medical_institutions (id, name, licence_number, website, active, source_elements, institution_type_id)
  SELECT id, name, licence_number, website, active, data -> 'source_elements', (SELECT y.id FROM institution_types y WHERE y.code = g.type)
  FROM import_institutions g
  WHERE known_id IS NULL
  RETURNING id
)
INSERT INTO import_outcomes (seq, outcome)
SELECT seq, CASE WHEN id IN (SELECT id FROM inserted) THEN 'inserted' WHEN id IN (SELECT id FROM updated) THEN 'updated' ELSE 'unchanged' END
FROM import_institutions;

INSERT INTO import_owners (seq, entity_type, entity_id, data)
SELECT seq, 'institution', id, data FROM import_institutions;
