-- The objects of a database, one in each row: kind, name, a definition that equal objects share, for routines the part
-- that CREATE OR REPLACE can't change, and the statements that create and drop the object if one statement is enough.
-- Definitions are pretty-printed, because only then does PostgreSQL print the same for an expression read from its own
-- output. Not listed: objects of extensions, the migration history, and what PostgreSQL derives from a parent object.
WITH ns AS (
  SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'atlas_schema_revisions')
), ext AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), rel AS (
  SELECT c.*, c.oid::regclass::text AS ident FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_class'::regclass AND objid = c.oid)
), routine AS (
  SELECT p.*, p.oid::regprocedure::text AS ident, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS word
  FROM pg_proc p JOIN ns ON ns.oid = p.pronamespace
  WHERE p.prokind <> 'a' AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
), acl AS (
  SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS word, ident, '' AS columns, relowner AS owner,
         aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) AS x
  FROM rel WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
  UNION ALL
  SELECT 'TABLE', ident, format(' (%I)', attname), relowner, aclexplode(attacl)
  FROM rel JOIN pg_attribute ON attrelid = rel.oid WHERE attacl IS NOT NULL AND NOT attisdropped
  UNION ALL
  SELECT word, ident, '', proowner, aclexplode(coalesce(proacl, acldefault('f', proowner))) FROM routine
  UNION ALL
  SELECT 'SCHEMA', quote_ident(nspname), '', nspowner, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) FROM ns
), grants AS (
  SELECT word || ' ' || ident AS target, (x).privilege_type || columns AS privilege,
         CASE (x).grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid((x).grantee)) END AS grantee,
         CASE WHEN (x).is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS grantable
  FROM acl WHERE (x).grantee <> owner
), defaults AS (
  SELECT CASE WHEN defaclnamespace = 0 THEN '' ELSE ' IN SCHEMA ' || defaclnamespace::regnamespace END AS scope,
         CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'ROUTINES' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS word,
         (x).privilege_type AS privilege,
         CASE (x).grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid((x).grantee)) END AS grantee
  FROM pg_default_acl, aclexplode(defaclacl) AS x WHERE (x).grantee <> defaclrole
), described AS (
  SELECT d.description, i.identity,
         upper(CASE WHEN i.type LIKE '% column' THEN 'column' WHEN i.type LIKE '% constraint' THEN 'constraint' ELSE i.type END) AS word
  FROM pg_description d CROSS JOIN pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  WHERE d.objoid >= 16384 -- FirstNormalObjectId: not made by initdb
    AND i.schema IN (SELECT nspname FROM ns)
    AND NOT EXISTS (SELECT FROM ext WHERE classid = d.classoid AND objid = d.objoid)
  UNION ALL
  SELECT d.description, t.tgname || ' on ' || rel.ident, 'TRIGGER'
  FROM pg_description d JOIN pg_trigger t ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid JOIN rel ON rel.oid = t.tgrelid
)
SELECT 'extension' AS kind, quote_ident(extname) AS name, '' AS definition, '' AS shape,
       format('CREATE EXTENSION IF NOT EXISTS %I', extname) AS make, format('DROP EXTENSION %I', extname) AS remove
FROM pg_extension WHERE extname <> 'plpgsql'
UNION ALL
SELECT 'schema', quote_ident(nspname), '', '', format('CREATE SCHEMA %I', nspname), format('DROP SCHEMA %I', nspname)
FROM ns WHERE nspname <> 'public'
UNION ALL
SELECT 'type', t.oid::regtype::text,
       concat_ws(' ', t.typtype, pg_catalog.format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typdefault, t.typnotnull,
         (SELECT string_agg(quote_literal(enumlabel), ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
         (SELECT string_agg(pg_get_constraintdef(oid), ',' ORDER BY conname) FROM pg_constraint WHERE contypid = t.oid)), '', '', ''
FROM pg_type t JOIN ns ON ns.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r') AND NOT EXISTS (SELECT FROM ext WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL
SELECT 'table', ident, concat_ws(' ', relkind, relpersistence, pg_get_partkeydef(oid), reloptions), '', '', ''
FROM rel WHERE relkind IN ('r', 'p', 'f') AND NOT relispartition
UNION ALL
SELECT 'partition', rel.ident, concat_ws(' ', i.inhparent::regclass, pg_get_expr(rel.relpartbound, rel.oid)), '',
       format('CREATE TABLE %s PARTITION OF %s %s', rel.ident, i.inhparent::regclass, pg_get_expr(rel.relpartbound, rel.oid)),
       format('DROP TABLE %s', rel.ident)
FROM rel JOIN pg_inherits i ON i.inhrelid = rel.oid WHERE rel.relkind IN ('r', 'p') AND rel.relispartition
UNION ALL
SELECT 'row security', ident, CASE WHEN relforcerowsecurity THEN 'forced' ELSE 'enabled' END, '',
       format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', ident) || CASE WHEN relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' ELSE '' END,
       format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', ident)
FROM rel WHERE relrowsecurity
UNION ALL
SELECT 'column', rel.ident || '.' || quote_ident(a.attname),
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
         CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || a.attcollation::regcollation END,
         CASE WHEN a.attgenerated <> '' THEN 'GENERATED' WHEN d.oid IS NOT NULL THEN 'DEFAULT' END,
         pg_get_expr(d.adbin, d.adrelid, true), 'identity=' || nullif(a.attidentity::text, ''), 'storage=' || nullif(a.attstorage, t.typstorage)::text), '', '', ''
FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE rel.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
UNION ALL
SELECT 'constraint', quote_ident(con.conname) || ' on ' || rel.ident, pg_get_constraintdef(con.oid, true), '',
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', rel.ident, con.conname, pg_get_constraintdef(con.oid)),
       format('ALTER TABLE %s DROP CONSTRAINT %I', rel.ident, con.conname)
FROM pg_constraint con JOIN rel ON rel.oid = con.conrelid
WHERE con.contype <> 't' AND con.conparentid = 0 AND con.conislocal
UNION ALL
SELECT 'index', rel.ident, pg_get_indexdef(rel.oid, 0, true) || CASE WHEN x.indisvalid THEN '' ELSE ' INVALID' END, '',
       replace(pg_get_indexdef(rel.oid), ' ON ONLY ', ' ON '), format('DROP INDEX %s', rel.ident)
FROM rel JOIN pg_index x ON x.indexrelid = rel.oid
WHERE NOT rel.relispartition AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = rel.oid AND contype IN ('p', 'u', 'x'))
UNION ALL
SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END, ident, concat_ws(' ', reloptions, pg_get_viewdef(oid, true)), '',
       format('CREATE %s %s %s AS %s', CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, ident,
         'WITH (' || array_to_string(reloptions, ', ') || ')', rtrim(pg_get_viewdef(oid), ';')),
       format('DROP %s %s', CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, ident)
FROM rel WHERE relkind IN ('v', 'm')
UNION ALL
SELECT 'routine', ident, pg_get_functiondef(oid),
       concat_ws(' ', word, pg_get_function_arguments(oid), pg_get_function_result(oid)),
       pg_get_functiondef(oid), format('DROP %s %s', word, ident)
FROM routine
UNION ALL
SELECT 'trigger', quote_ident(t.tgname) || ' on ' || rel.ident, concat_ws(' ', pg_get_triggerdef(t.oid, true), nullif(t.tgenabled::text, 'O')), '',
       pg_get_triggerdef(t.oid), format('DROP TRIGGER %I ON %s', t.tgname, rel.ident)
FROM pg_trigger t JOIN rel ON rel.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgparentid = 0
UNION ALL
SELECT 'rule', quote_ident(r.rulename) || ' on ' || rel.ident, pg_get_ruledef(r.oid, true), '',
       rtrim(pg_get_ruledef(r.oid), ';'), format('DROP RULE %I ON %s', r.rulename, rel.ident)
FROM pg_rewrite r JOIN rel ON rel.oid = r.ev_class WHERE r.rulename <> '_RETURN'
UNION ALL
SELECT 'policy', quote_ident(p.polname) || ' on ' || rel.ident, s.make, '', s.make, format('DROP POLICY %I ON %s', p.polname, rel.ident)
FROM pg_policy p JOIN rel ON rel.oid = p.polrelid
CROSS JOIN LATERAL (SELECT format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', p.polname, rel.ident,
    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ' ORDER BY r) FROM unnest(p.polroles) r))
  || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
  || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS make) s
UNION ALL
SELECT 'sequence', rel.ident, format('AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s',
         seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END), '',
       format('CREATE SEQUENCE %s AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s',
         rel.ident, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END),
       format('DROP SEQUENCE %s', rel.ident)
FROM rel JOIN pg_sequence s ON s.seqrelid = rel.oid
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = rel.oid AND d.deptype IN ('a', 'i')
                  AND d.refclassid = 'pg_class'::regclass)
UNION ALL
SELECT 'statistics', quote_ident(s.stxname), pg_get_statisticsobjdef(s.oid), '', pg_get_statisticsobjdef(s.oid), format('DROP STATISTICS %I.%I', ns.nspname, s.stxname)
FROM pg_statistic_ext s JOIN ns ON ns.oid = s.stxnamespace
UNION ALL
SELECT 'comment', lower(word) || ' ' || identity, description, '',
       format('COMMENT ON %s %s IS %L', word, identity, description), format('COMMENT ON %s %s IS NULL', word, identity)
FROM described
UNION ALL
SELECT 'grant', privilege || ' on ' || lower(target) || ' to ' || grantee, grantable, '',
       format('GRANT %s ON %s TO %s%s', privilege, target, grantee, grantable), format('REVOKE %s ON %s FROM %s', privilege, target, grantee)
FROM grants
UNION ALL
SELECT 'default privilege', concat(privilege, ' on ', lower(word), lower(scope), ' to ', grantee), '', '',
       format('ALTER DEFAULT PRIVILEGES%s GRANT %s ON %s TO %s', scope, privilege, word, grantee),
       format('ALTER DEFAULT PRIVILEGES%s REVOKE %s ON %s FROM %s', scope, privilege, word, grantee)
FROM defaults
ORDER BY kind, name
