-- Writes the owners' identifiers. An identifier that belongs to another owner stays there.
CREATE TEMPORARY TABLE import_identifiers ON COMMIT DROP AS
SELECT o.seq, o.entity_type, o.entity_id, i.system, i.value, k.id AS known_id,
  CASE WHEN k.id IS NULL THEN row_number() OVER (PARTITION BY i.system, i.value ORDER BY o.seq) > 1
    ELSE (k.entity_type, k.entity_id) <> (o.entity_type, o.entity_id) END AS taken
FROM import_owners o
CROSS JOIN LATERAL jsonb_to_recordset(o.data -> 'identifiers') AS i (system text, value text)
LEFT JOIN identifiers k ON k.system = i.system AND k.value = i.value;

INSERT INTO import_outcomes (seq, outcome, reason, field, message)
SELECT seq, 'warning', 'identifier_taken', 'identifier', format('another record has this identifier of %s', substr(system, length(s.namespace) + 1))
FROM import_identifiers
CROSS JOIN import_scope s
WHERE taken;

WITH inserted AS (
  INSERT INTO identifiers (entity_type, entity_id, system, value)
  SELECT entity_type, entity_id, system, value
  FROM import_identifiers
  WHERE known_id IS NULL AND NOT taken
  ORDER BY seq
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'identifiers', (SELECT count(*) FROM inserted), 0, count(*) FILTER (WHERE known_id IS NOT NULL AND NOT taken)
FROM import_identifiers;

DROP TABLE import_identifiers;
