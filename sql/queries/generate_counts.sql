-- Rows that the batch wrote. Returns table, rows.
SELECT name, sum(inserted) FROM generate_counts GROUP BY name;
