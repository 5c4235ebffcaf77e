-- Contacts of the new people and institutions; the first of each kind is the primary one.
WITH inserted AS (
  INSERT INTO emails (entity_type, entity_id, email, email_type_id, is_primary)
  SELECT n.entity_type, n.id, e.email, t.id, e.nth = 1
  FROM generate_new n
  CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(n.data -> 'emails') AS (email text, type text))
    WITH ORDINALITY AS e (email, type, nth)
  JOIN email_types t ON t.code = e.type
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'emails', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO phones (entity_type, entity_id, number, country_code, area_code, phone_type_id, is_primary)
  SELECT n.entity_type, n.id, p.number, p.country_code, p.area_code, t.id, p.nth = 1
  FROM generate_new n
  CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(n.data -> 'phones')
    AS (number text, country_code text, area_code text, type text)) WITH ORDINALITY
    AS p (number, country_code, area_code, type, nth)
  JOIN phone_types t ON t.code = p.type
  ON CONFLICT (entity_type, entity_id, number, coalesce(extension, '')) DO NOTHING -- chance gave someone the same number twice
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'phones', count(*) FROM inserted;

WITH inserted AS (
  INSERT INTO addresses (entity_type, entity_id, use, line1, city, postal_code, region_id, country_id, latitude,
    longitude, is_primary)
  SELECT n.entity_type, n.id, a.use, a.line1, a.city, a.postal_code, r.id, r.country_id, a.latitude, a.longitude, a.nth = 1
  FROM generate_new n
  CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(n.data -> 'addresses') AS (use text, line1 text, city text,
    postal_code text, region text, latitude numeric, longitude numeric)) WITH ORDINALITY
    AS a (use, line1, city, postal_code, region, latitude, longitude, nth)
  JOIN regions r ON r.code = a.region
  RETURNING 1
)
INSERT INTO generate_counts (name, inserted) SELECT 'addresses', count(*) FROM inserted;
