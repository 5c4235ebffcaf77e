-- A text with its length in bytes before it, such as '5:hello,'; '-' for NULL. Concatenated, they can be read in one way
-- only, so no two records are hashed alike. The database's encoding is UTF-8.
CREATE OR REPLACE FUNCTION netstring(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(octet_length(value) || ':' || value || ',', '-');
