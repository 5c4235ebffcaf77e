-- Searches by the beginnings of words; the catalog may hold all of RxNorm.
CREATE INDEX medications_search_words_idx ON medications
  USING gin (search_words(name) gin_trgm_ops);
-- Searches by the beginning of a code, such as 10146.
CREATE INDEX medications_code_prefix_idx ON medications (code varchar_pattern_ops);
