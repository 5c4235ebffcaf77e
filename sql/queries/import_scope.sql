-- Sets whom an import is for: $1 is the institution, NULL for all; $2 is its namespace.
INSERT INTO import_scope (institution_id, namespace, clinical)
SELECT $1::uuid, $2::text, NOT EXISTS (
  SELECT FROM medical_institutions m
  JOIN institution_types t ON t.id = m.institution_type_id
  WHERE m.id = $1::uuid AND t.code = 'insurer');
