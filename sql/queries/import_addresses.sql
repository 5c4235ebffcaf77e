-- Writes the owners' addresses, one for each use, the best first: it becomes the primary one if there is none yet, unless it is old.
-- An address that changed is no longer verified.
CREATE TEMPORARY TABLE import_addresses ON COMMIT DROP AS
SELECT o.seq, o.entity_type, o.entity_id, a.*, c.id AS country_id, r.id AS region_id, k.id AS known_id
FROM import_owners o
CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(o.data -> 'addresses') AS (use text, line1 text, line2 text,
    city text, postal_code text, region text, country text, latitude numeric, longitude numeric))
  WITH ORDINALITY AS a (use, line1, line2, city, postal_code, region, country, latitude, longitude, nth)
JOIN countries c ON c.code = a.country
LEFT JOIN regions r ON r.country_id = c.id AND r.code = a.region
LEFT JOIN LATERAL (
  SELECT id FROM addresses k
  WHERE k.entity_type = o.entity_type AND k.entity_id = o.entity_id AND k.use = a.use
  ORDER BY k.is_primary DESC, k.created_at, k.id
  LIMIT 1
) k ON true;

WITH updated AS (
  UPDATE addresses t
  SET line1 = g.line1, line2 = g.line2, city = g.city, postal_code = g.postal_code, region_id = g.region_id,
    country_id = g.country_id, latitude = g.latitude, longitude = g.longitude, verified_at = NULL
  FROM import_addresses g
  WHERE t.id = g.known_id
    AND (t.line1, t.line2, t.city, t.postal_code, t.region_id, t.country_id, t.latitude, t.longitude)
      IS DISTINCT FROM (g.line1, g.line2, g.city, g.postal_code, g.region_id, g.country_id, g.latitude, g.longitude)
  RETURNING 1
), inserted AS (
  INSERT INTO addresses (entity_type, entity_id, use, line1, line2, city, postal_code, region_id, country_id, latitude, longitude)
  SELECT entity_type, entity_id, use, line1, line2, city, postal_code, region_id, country_id, latitude, longitude
  FROM import_addresses
  WHERE known_id IS NULL
  ORDER BY seq, nth
  RETURNING 1
)
INSERT INTO import_tables (name, inserted, updated, unchanged)
SELECT 'addresses', i.n, u.n, count(*) - i.n - u.n
FROM (SELECT count(*) AS n FROM inserted) i, (SELECT count(*) AS n FROM updated) u, import_addresses
GROUP BY i.n, u.n;

UPDATE addresses t SET is_primary = false
FROM import_owners o
WHERE (t.entity_type, t.entity_id) = (o.entity_type, o.entity_id) AND t.is_primary AND t.use = 'old';

UPDATE addresses t SET is_primary = true
FROM (
  SELECT DISTINCT ON (p.entity_type, p.entity_id) p.id
  FROM import_owners o
  JOIN addresses p USING (entity_type, entity_id)
  LEFT JOIN import_addresses g ON g.seq = o.seq AND g.use = p.use
  WHERE p.use <> 'old' AND NOT EXISTS (
    SELECT FROM addresses q WHERE (q.entity_type, q.entity_id) = (o.entity_type, o.entity_id) AND q.is_primary)
  ORDER BY p.entity_type, p.entity_id, g.nth, p.created_at, p.id
) best
WHERE t.id = best.id;

DROP TABLE import_addresses;
TRUNCATE import_owners;
