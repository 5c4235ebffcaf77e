-- Name search in a catalog that may hold all of RxNorm.
CREATE INDEX medications_name_search_idx ON medications
  USING gin (immutable_unaccent(lower(name)) gin_trgm_ops);
