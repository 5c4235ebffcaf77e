-- What must exist before the tables are created.
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE, because the default dictionary may change. With a named dictionary, an index can use it.
CREATE OR REPLACE FUNCTION immutable_unaccent(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, value) $$;

-- The words of a text as searches compare them: in lower case, without accents and punctuation, one space before each. So
-- `search_words(name) LIKE '%' || search_words(beginning) || '%'` finds a word that begins like that.
CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT regexp_replace(' ' || public.immutable_unaccent(lower(value)), '[^[:alnum:]]+', ' ', 'g') $$;
