-- Adds missing categories of specialties whose parent already exists, so it runs once for each level of the tree.
-- Existing entries stay as administrators left them. $1: array of rows in list order.
-- Returns rows given, inserted, updated.
WITH given AS (
  SELECT g.*, p.id AS parent_id
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (code text, parent text, name text))
    WITH ORDINALITY AS g (code, parent, name, display_order)
  LEFT JOIN specialty_categories p ON p.code = g.parent
), inserted AS (
  INSERT INTO specialty_categories (code, parent_id, name, display_order)
  SELECT code, parent_id, name, display_order
  FROM given g
  WHERE (g.parent IS NULL OR g.parent_id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM specialty_categories c WHERE c.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
