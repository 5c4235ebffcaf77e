-- Merges the staged list into a catalog of published codes. $1: code system. Returns rows inserted, updated.
WITH updated AS (
  UPDATE {{table}} t
  SET name = s.name
  FROM catalog_staging s
  WHERE t.code_system = $1 AND t.code = s.code AND t.name <> s.name
  RETURNING 1
), inserted AS (
  INSERT INTO {{table}} (code_system, code, name)
  SELECT $1, s.code, s.name
  FROM catalog_staging s
  WHERE NOT EXISTS (SELECT FROM {{table}} t WHERE t.code_system = $1 AND t.code = s.code)
  ORDER BY s.line
  RETURNING 1
)
SELECT (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
