-- Adds missing permissions of the administration console. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (resource text, action text)
), inserted AS (
  INSERT INTO cms_permissions (resource, action)
  SELECT resource, action
  FROM given g
  WHERE NOT EXISTS (SELECT FROM cms_permissions p WHERE p.resource = g.resource AND p.action = g.action)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
