-- Adds missing built-in roles; existing roles stay as administrators left them. $1: array of rows.
-- Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code text, name text, description text)
), inserted AS (
  INSERT INTO cms_roles (code, name, description, built_in)
  SELECT code, name, description, true
  FROM given g
  WHERE NOT EXISTS (SELECT FROM cms_roles r WHERE r.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
