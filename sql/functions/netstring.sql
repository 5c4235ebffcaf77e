-- A text after its length in bytes, such as '5:hello,'; '-' for NULL. A sequence of them can be read in only one way, so
-- different records are never hashed alike. The database's encoding is UTF-8. Without ::text the concatenation would be only
-- STABLE, and PostgreSQL couldn't inline the function: sealing would take twice as long.
CREATE OR REPLACE FUNCTION netstring(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(octet_length(value)::text || ':' || value || ',', '-');
