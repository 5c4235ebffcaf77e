-- Writes the owners' phones and emails; the first is the primary one if there is none yet. What the source no longer has
-- stays, because it may have been added here.
WITH given AS (
  SELECT o.seq, o.entity_type, o.entity_id, p.*, t.id AS phone_type_id
  FROM import_owners o
  CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(o.data -> 'phones')
    AS (number text, country_code text, area_code text, extension text, type text))
    WITH ORDINALITY AS p (number, country_code, area_code, extension, type, nth)
  JOIN phone_types t ON t.code = p.type
), inserted AS (
  INSERT INTO phones (entity_type, entity_id, number, country_code, area_code, extension, phone_type_id, is_primary)
  SELECT entity_type, entity_id, number, country_code, area_code, extension, phone_type_id,
    nth = 1 AND NOT EXISTS (
      SELECT FROM phones p WHERE (p.entity_type, p.entity_id) = (g.entity_type, g.entity_id) AND p.is_primary)
  FROM given g
  WHERE NOT EXISTS (
    SELECT FROM phones p
    WHERE (p.entity_type, p.entity_id, p.number, coalesce(p.extension, ''))
      = (g.entity_type, g.entity_id, g.number, coalesce(g.extension, '')))
  ORDER BY seq, nth
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'phones', (SELECT count(*) FROM inserted), 0, count(*) - (SELECT count(*) FROM inserted)
FROM given;

WITH given AS (
  SELECT o.seq, o.entity_type, o.entity_id, e.*, t.id AS email_type_id
  FROM import_owners o
  CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(o.data -> 'emails') AS (email text, type text))
    WITH ORDINALITY AS e (email, type, nth)
  JOIN email_types t ON t.code = e.type
), inserted AS (
  INSERT INTO emails (entity_type, entity_id, email, email_type_id, is_primary)
  SELECT entity_type, entity_id, email, email_type_id,
    nth = 1 AND NOT EXISTS (
      SELECT FROM emails e WHERE (e.entity_type, e.entity_id) = (g.entity_type, g.entity_id) AND e.is_primary)
  FROM given g
  WHERE NOT EXISTS (
    SELECT FROM emails e WHERE (e.entity_type, e.entity_id, e.email) = (g.entity_type, g.entity_id, g.email))
  ORDER BY seq, nth
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'emails', (SELECT count(*) FROM inserted), 0, count(*) - (SELECT count(*) FROM inserted)
FROM given;
