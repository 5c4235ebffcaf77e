-- Name search that ignores case and accents.
CREATE INDEX medical_institutions_name_search_idx ON medical_institutions
  USING gin (immutable_unaccent(lower(name)) gin_trgm_ops);
