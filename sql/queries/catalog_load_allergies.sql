-- Merges the staged list into the allergies. What the list doesn't say stays as it is. $1: code system.
-- Returns rows inserted, updated.
WITH updated AS (
  UPDATE allergies a
  SET name = s.name, category = COALESCE(s.category, a.category)
  FROM catalog_staging s
  WHERE a.code_system = $1 AND a.code = s.code
    AND (a.name, a.category) IS DISTINCT FROM (s.name, COALESCE(s.category, a.category))
  RETURNING 1
), inserted AS (
  INSERT INTO allergies (code_system, code, name, category)
  SELECT $1, s.code, s.name, s.category
  FROM catalog_staging s
  WHERE NOT EXISTS (SELECT FROM allergies a WHERE a.code_system = $1 AND a.code = s.code)
  ORDER BY s.line
  RETURNING 1
)
SELECT (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
