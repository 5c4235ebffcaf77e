-- What no column holds of the doctors and institutions in the import, as it came.
WITH given AS (
  SELECT id, nullif(data -> 'source_elements', 'null') AS elements FROM import_doctors
)
UPDATE doctors t
SET source_elements = g.elements
FROM given g
WHERE t.id = g.id AND t.source_elements IS DISTINCT FROM g.elements;

WITH given AS (
  SELECT id, nullif(data -> 'source_elements', 'null') AS elements FROM import_institutions
)
UPDATE medical_institutions t
SET source_elements = g.elements
FROM given g
WHERE t.id = g.id AND t.source_elements IS DISTINCT FROM g.elements;
