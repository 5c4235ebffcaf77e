-- The views of schema public, one in each row: whether it is materialized, its columns with their types, and what it uses
-- (column table.name, table name for a whole row, view name, routine signature).
SELECT c.oid::regclass::text, c.relkind = 'm',
  ARRAY(SELECT concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod), 'COLLATE ' || nullif(attcollation, 0)::regcollation)
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 ORDER BY attnum),
  ARRAY(SELECT DISTINCT CASE
          WHEN dep.refclassid = 'pg_proc'::regclass THEN 'routine ' || dep.refobjid::regprocedure
          WHEN used.relkind IN ('v', 'm') THEN 'view ' || used.oid::regclass
          WHEN a.attname IS NULL THEN 'table ' || used.relname
          ELSE 'column ' || used.relname || '.' || a.attname END
        FROM pg_rewrite r
        JOIN pg_depend dep ON dep.classid = 'pg_rewrite'::regclass AND dep.objid = r.oid AND dep.refobjid <> c.oid
          AND dep.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass)
        LEFT JOIN pg_class used ON dep.refclassid = 'pg_class'::regclass AND used.oid = dep.refobjid
        LEFT JOIN pg_attribute a ON a.attrelid = used.oid AND a.attnum = dep.refobjsubid AND dep.refobjsubid > 0
        WHERE r.ev_class = c.oid)
FROM pg_class c
WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
