-- Adds missing entries to a small catalog with codes, names and places in lists. Existing entries stay as
-- administrators left them. $1: array of rows in list order. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (code text, name text))
    WITH ORDINALITY AS g (code, name, display_order)
), inserted AS (
  INSERT INTO {{table}} (code, name, display_order)
  SELECT code, name, display_order
  FROM given g
  WHERE NOT EXISTS (SELECT FROM {{table}} t WHERE t.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
