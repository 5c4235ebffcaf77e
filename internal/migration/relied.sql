-- What programs and rows rely on in addition to tables and columns, one object in each row: oid, kind, name, the table it
-- belongs to, its parts (columns of a constraint or a view, argument types of a routine), how many of the last parts are
-- optional, and what else distinguishes two of them: definition, result, the function that a trigger calls.
SELECT con.oid::bigint, CASE contype WHEN 'c' THEN 'CHECK' WHEN 'f' THEN 'foreign key' WHEN 'u' THEN 'unique' WHEN 'p' THEN 'primary key' ELSE 'exclusion' END
         || ' constraint' AS kind,
       conname::text AS name, conrelid::regclass::text AS parent,
       ARRAY(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS parts, 0 AS optional,
       pg_get_constraintdef(con.oid, true) AS detail
FROM pg_constraint con WHERE contype IN ('c', 'f', 'u', 'p', 'x') AND conrelid <> 0 AND conparentid = 0 AND conislocal
  AND connamespace = 'public'::regnamespace
UNION ALL
SELECT indexrelid::bigint, 'unique index', indexrelid::regclass::text, indrelid::regclass::text,
       ARRAY(SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = indrelid AND attnum = ANY (indkey) ORDER BY attname), 0,
       concat_ws(' ', pg_get_expr(indexprs, indrelid), pg_get_expr(indpred, indrelid))
FROM pg_index JOIN pg_class c ON c.oid = indexrelid
WHERE indisunique AND indisvalid AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
UNION ALL
SELECT c.oid::bigint, 'view', c.oid::regclass::text, '', array_agg(quote_ident(attname) ORDER BY attnum), 0, ''
FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0
WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
GROUP BY c.oid
UNION ALL
SELECT p.oid::bigint, CASE prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, proname, '',
       ARRAY(SELECT format_type(t, NULL) FROM unnest(proargtypes) WITH ORDINALITY AS a (t, n) ORDER BY n), pronargdefaults,
       coalesce(pg_get_function_result(p.oid), '')
FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
UNION ALL
SELECT pg_trigger.oid::bigint, 'trigger', tgname, tgrelid::regclass::text, '{}', 0, tgfoid::regproc || CASE tgenabled WHEN 'D' THEN ' disabled' ELSE '' END
FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid AND c.relnamespace = 'public'::regnamespace
WHERE NOT tgisinternal AND tgparentid = 0
