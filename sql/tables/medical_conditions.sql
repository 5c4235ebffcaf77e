-- Searches by the beginnings of words; the catalog may hold all of ICD-10-CM.
CREATE INDEX medical_conditions_search_words_idx ON medical_conditions
  USING gin (search_words(name) gin_trgm_ops);
-- Searches by the beginning of a code, such as E11.
CREATE INDEX medical_conditions_code_prefix_idx ON medical_conditions (code varchar_pattern_ops);
