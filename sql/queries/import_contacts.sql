-- Writes the owners' phones and emails, the best first: it becomes the primary one if there is none yet. One that the source calls
-- old is never primary. What the source no longer has stays, because it may have been added here.
CREATE TEMPORARY TABLE import_phones ON COMMIT DROP AS
SELECT o.seq, o.entity_type, o.entity_id, p.*, t.id AS phone_type_id, k.id AS known_id, p.type = 'old' AND k.type <> 'old' AS ended
FROM import_owners o
CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(o.data -> 'phones')
  AS (number text, country_code text, area_code text, extension text, type text))
  WITH ORDINALITY AS p (number, country_code, area_code, extension, type, nth)
JOIN phone_types t ON t.code = p.type
LEFT JOIN LATERAL (
  SELECT k.id, y.code AS type
  FROM phones k
  JOIN phone_types y ON y.id = k.phone_type_id
  WHERE (k.entity_type, k.entity_id, k.number, coalesce(k.extension, ''))
    = (o.entity_type, o.entity_id, p.number, coalesce(p.extension, ''))
) k ON true;

UPDATE phones t SET phone_type_id = g.phone_type_id, is_primary = false
FROM import_phones g
WHERE t.id = g.known_id AND g.ended;

WITH inserted AS (
  INSERT INTO phones (entity_type, entity_id, number, country_code, area_code, extension, phone_type_id)
  SELECT entity_type, entity_id, number, country_code, area_code, extension, phone_type_id
  FROM import_phones
  WHERE known_id IS NULL
  ORDER BY seq, nth
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'phones', i.n, count(*) FILTER (WHERE ended), count(*) - i.n - count(*) FILTER (WHERE ended)
FROM (SELECT count(*) AS n FROM inserted) i, import_phones
GROUP BY i.n;

UPDATE phones t SET is_primary = true
FROM (
  SELECT DISTINCT ON (p.entity_type, p.entity_id) p.id
  FROM import_owners o
  JOIN phones p USING (entity_type, entity_id)
  JOIN phone_types y ON y.id = p.phone_type_id
  LEFT JOIN import_phones g ON g.seq = o.seq AND (g.number, coalesce(g.extension, '')) = (p.number, coalesce(p.extension, ''))
  WHERE y.code <> 'old' AND NOT EXISTS (
    SELECT FROM phones q WHERE (q.entity_type, q.entity_id) = (o.entity_type, o.entity_id) AND q.is_primary)
  ORDER BY p.entity_type, p.entity_id, g.nth, p.created_at, p.id
) best
WHERE t.id = best.id;

DROP TABLE import_phones;

CREATE TEMPORARY TABLE import_emails ON COMMIT DROP AS
SELECT o.seq, o.entity_type, o.entity_id, e.*, t.id AS email_type_id, k.id AS known_id, e.type = 'old' AND k.type <> 'old' AS ended
FROM import_owners o
CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(o.data -> 'emails') AS (email text, type text))
  WITH ORDINALITY AS e (email, type, nth)
JOIN email_types t ON t.code = e.type
LEFT JOIN LATERAL (
  SELECT k.id, y.code AS type
  FROM emails k
  JOIN email_types y ON y.id = k.email_type_id
  WHERE (k.entity_type, k.entity_id, k.email) = (o.entity_type, o.entity_id, e.email)
) k ON true;

UPDATE emails t SET email_type_id = g.email_type_id, is_primary = false
FROM import_emails g
WHERE t.id = g.known_id AND g.ended;

WITH inserted AS (
  INSERT INTO emails (entity_type, entity_id, email, email_type_id)
  SELECT entity_type, entity_id, email, email_type_id
  FROM import_emails
  WHERE known_id IS NULL
  ORDER BY seq, nth
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'emails', i.n, count(*) FILTER (WHERE ended), count(*) - i.n - count(*) FILTER (WHERE ended)
FROM (SELECT count(*) AS n FROM inserted) i, import_emails
GROUP BY i.n;

UPDATE emails t SET is_primary = true
FROM (
  SELECT DISTINCT ON (p.entity_type, p.entity_id) p.id
  FROM import_owners o
  JOIN emails p USING (entity_type, entity_id)
  JOIN email_types y ON y.id = p.email_type_id
  LEFT JOIN import_emails g ON g.seq = o.seq AND g.email = p.email
  WHERE y.code <> 'old' AND NOT EXISTS (
    SELECT FROM emails q WHERE (q.entity_type, q.entity_id) = (o.entity_type, o.entity_id) AND q.is_primary)
  ORDER BY p.entity_type, p.entity_id, g.nth, p.created_at, p.id
) best
WHERE t.id = best.id;

DROP TABLE import_emails;
