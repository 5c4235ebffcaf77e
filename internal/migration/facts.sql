-- The tables of schema public with what distinguishes a rename, a rewrite or a scan from other changes: names by number,
-- the file that holds the rows, and the columns that a valid check already keeps from being NULL.
SELECT c.oid::bigint, c.relname, c.relfilenode::bigint, c.relispartition, c.relkind = 'p',
       array_agg(a.attnum::int ORDER BY a.attnum), array_agg(a.attname::text ORDER BY a.attnum),
       array(SELECT n.attname::text FROM pg_constraint con
             JOIN pg_attribute n ON n.attrelid = con.conrelid AND n.attnum = con.conkey[1]
             WHERE con.conrelid = c.oid AND con.contype = 'c' AND con.convalidated
               AND pg_get_expr(con.conbin, con.conrelid) = format('(%I IS NOT NULL)', n.attname))
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
GROUP BY c.oid
