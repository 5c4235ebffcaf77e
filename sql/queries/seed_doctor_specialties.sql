-- Adds missing specialties. Existing ones, by code or by name, stay as administrators left them.
-- $1: array of rows in list order. Returns rows given, inserted, updated.
WITH given AS (
  SELECT g.*, c.id AS category_id
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (code text, category text, name text, description text))
    WITH ORDINALITY AS g (code, category, name, description, display_order)
  JOIN specialty_categories c ON c.code = g.category
), inserted AS (
  INSERT INTO doctor_specialties (code, category_id, name, description, display_order)
  SELECT code, category_id, name, description, display_order
  FROM given g
  WHERE NOT EXISTS (SELECT FROM doctor_specialties s WHERE s.code = g.code OR s.name = g.name)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
