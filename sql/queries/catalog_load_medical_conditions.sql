-- Merges the staged list into the conditions. What the list doesn't say stays as it is. $1: code system.
-- Returns rows inserted, updated.
WITH updated AS (
  UPDATE medical_conditions c
  SET name = s.name, chronic = COALESCE(s.chronic, c.chronic),
    condition_group = COALESCE(s.condition_group, c.condition_group)
  FROM catalog_staging s
  WHERE c.code_system = $1 AND c.code = s.code
    AND (c.name, c.chronic, c.condition_group)
      IS DISTINCT FROM (s.name, COALESCE(s.chronic, c.chronic), COALESCE(s.condition_group, c.condition_group))
  RETURNING 1
), inserted AS (
  INSERT INTO medical_conditions (code_system, code, name, chronic, condition_group)
  SELECT $1, s.code, s.name, s.chronic, s.condition_group
  FROM catalog_staging s
  WHERE NOT EXISTS (SELECT FROM medical_conditions c WHERE c.code_system = $1 AND c.code = s.code)
  ORDER BY s.line
  RETURNING 1
)
SELECT (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
