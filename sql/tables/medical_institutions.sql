-- Searches by the beginnings of the words of a name.
CREATE INDEX medical_institutions_search_words_idx ON medical_institutions
  USING gin (search_words(name) gin_trgm_ops);
