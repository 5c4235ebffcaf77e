-- Updates regions to ISO 3166-2. Inserts regions at the top and those whose parent already exists, so it runs once
-- for each level of the hierarchy. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT g.code, c.id AS country_id, g.parent, p.id AS parent_id, g.name, g.category
  FROM jsonb_to_recordset($1::jsonb) AS g (code text, country text, parent text, name text, category text)
  JOIN countries c ON c.code = g.country
  LEFT JOIN regions p ON p.code = g.parent
), updated AS (
  UPDATE regions r
  SET country_id = g.country_id, parent_id = g.parent_id, name = g.name, category = g.category
  FROM given g
  WHERE r.code = g.code
    AND (g.parent IS NULL OR g.parent_id IS NOT NULL)
    AND (r.country_id, r.parent_id, r.name, r.category)
      IS DISTINCT FROM (g.country_id, g.parent_id, g.name, g.category)
  RETURNING 1
), inserted AS (
  INSERT INTO regions (code, country_id, parent_id, name, category)
  SELECT code, country_id, parent_id, name, category
  FROM given g
  WHERE (g.parent IS NULL OR g.parent_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM regions r WHERE r.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
