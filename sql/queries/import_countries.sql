-- Countries by their codes and names, those of ISO first.
SELECT code, n.name
FROM countries
CROSS JOIN LATERAL (
  SELECT 1, code::text UNION ALL SELECT 2, alpha3 UNION ALL SELECT 3, numeric_code UNION ALL SELECT 4, name
  UNION ALL SELECT 5, trim(other) FROM unnest(string_to_array(other_names, ';')) AS other
) AS n (place, name)
WHERE n.name <> ''
ORDER BY n.place, code;
