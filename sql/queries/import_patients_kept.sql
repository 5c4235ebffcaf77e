-- What no column holds of the patients in the import, as it came.
WITH given AS (
  SELECT id, nullif(data -> 'source_elements', 'null') AS elements FROM import_patients
)
UPDATE patients t
SET source_elements = g.elements
FROM given g
WHERE t.id = g.id AND t.source_elements IS DISTINCT FROM g.elements;
