-- Removes all lines but the first for each code from the staged list. Returns their line, code and first line.
DELETE FROM catalog_staging s
USING (SELECT code, min(line) AS line FROM catalog_staging GROUP BY code HAVING count(*) > 1) f
WHERE s.code = f.code AND s.line > f.line
RETURNING s.line, s.code, f.line;
