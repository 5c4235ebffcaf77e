-- Searches by the beginnings of the words of a name.
CREATE INDEX doctors_search_words_idx ON doctors
  USING gin (search_words(first_name || ' ' || last_name) gin_trgm_ops);
