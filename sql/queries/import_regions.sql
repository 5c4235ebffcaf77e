-- Regions in their country, by their codes, with and without the country's, and names.
SELECT c.code, n.name, r.code
FROM regions r
JOIN countries c ON c.id = r.country_id
CROSS JOIN LATERAL (VALUES (1, r.code), (2, substr(r.code, 4)), (3, r.name)) AS n (place, name)
ORDER BY n.place, r.code;
