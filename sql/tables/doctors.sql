-- Name search that ignores case and accents.
CREATE INDEX doctors_name_search_idx ON doctors
  USING gin (immutable_unaccent(lower(first_name || ' ' || last_name)) gin_trgm_ops);
