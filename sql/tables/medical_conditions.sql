-- Name search in a catalog that may hold all of ICD-10-CM.
CREATE INDEX medical_conditions_name_search_idx ON medical_conditions
  USING gin (immutable_unaccent(lower(name)) gin_trgm_ops);
-- Search by the beginning of a code, such as E11.
CREATE INDEX medical_conditions_code_prefix_idx ON medical_conditions (code varchar_pattern_ops);
