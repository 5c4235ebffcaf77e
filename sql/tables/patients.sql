-- A patient's doctor belongs to the patient's institution. So a doctor who still has patients can't move to another one.
ALTER TABLE patients DROP CONSTRAINT patients_doctor_id_fkey;
ALTER TABLE patients ADD CONSTRAINT patients_doctor_of_institution_fkey
  FOREIGN KEY (doctor_id, institution_id) REFERENCES doctors (id, institution_id) ON DELETE RESTRICT;

-- Searches by the beginnings of the words of a name: `WHERE search_words(first_name || ' ' || last_name) LIKE …`.
CREATE INDEX patients_search_words_idx ON patients
  USING gin (search_words(first_name || ' ' || last_name) gin_trgm_ops);
