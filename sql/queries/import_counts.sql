-- The outcomes of the staged lines. Returns resource, outcome, reason, lines.
SELECT r.resource, o.outcome, COALESCE(o.reason, ''), count(*)
FROM import_outcomes o
JOIN import_records r USING (seq)
GROUP BY 1, 2, 3;
