-- Name search in a catalog that may hold all of RxNorm.
CREATE INDEX medications_name_search_idx ON medications
  USING gin (immutable_unaccent(lower(name)) gin_trgm_ops);
-- Search by the beginning of a code, such as 10146.
CREATE INDEX medications_code_prefix_idx ON medications (code varchar_pattern_ops);
