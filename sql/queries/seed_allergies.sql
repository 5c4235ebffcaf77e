-- Adds missing allergies. Existing ones keep their name and category, because a list loaded since may be newer than
-- the seed; a statement of absence is always marked as one. $1: array of rows.
-- Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code_system text, code text, name text, category text,
    statement boolean)
), updated AS (
  UPDATE allergies a
  SET category = COALESCE(a.category, g.category), statement = g.statement
  FROM given g
  WHERE a.code_system = g.code_system AND a.code = g.code
    AND (a.category, a.statement) IS DISTINCT FROM (COALESCE(a.category, g.category), g.statement)
  RETURNING 1
), inserted AS (
  INSERT INTO allergies (code_system, code, name, category, statement)
  SELECT code_system, code, name, category, statement
  FROM given g
  WHERE NOT EXISTS (SELECT FROM allergies a WHERE a.code_system = g.code_system AND a.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
