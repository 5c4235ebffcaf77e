-- Foreign keys that no index serves: deleting a referenced row reads the whole referring table. An index serves if its
-- first columns are those of the key, or if its first column is one whose counterpart is unique on its own.
SELECT con.conrelid::regclass::text, con.conname
FROM pg_constraint con
WHERE con.contype = 'f' AND con.conparentid = 0 AND con.connamespace = 'public'::regnamespace AND NOT EXISTS (
  SELECT FROM pg_index i
  JOIN pg_class ic ON ic.oid = i.indexrelid
  JOIN pg_am am ON am.oid = ic.relam AND am.amname IN ('btree', 'hash')
  WHERE i.indrelid = con.conrelid
    AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) IN (
      SELECT format('(%I IS NOT NULL)', attname) FROM pg_attribute WHERE attrelid = con.conrelid AND attnum = ANY (con.conkey)))
    AND ((i.indkey::int2[])[0:cardinality(con.conkey) - 1] @> con.conkey OR EXISTS (
      SELECT FROM pg_index u
      WHERE u.indrelid = con.confrelid AND u.indisunique AND u.indnkeyatts = 1 AND u.indpred IS NULL
        AND u.indkey[0] = con.confkey[array_position(con.conkey, i.indkey[0])])))
