-- The doctor is of the patient's institution, so moving a doctor who still has patients is refused by itself.
ALTER TABLE patients DROP CONSTRAINT patients_doctor_id_fkey;
ALTER TABLE patients ADD CONSTRAINT patients_doctor_of_institution_fkey
  FOREIGN KEY (doctor_id, institution_id) REFERENCES doctors (id, institution_id) ON DELETE RESTRICT;

-- Name search that ignores case and accents: `WHERE immutable_unaccent(lower(first_name || ' ' || last_name)) LIKE …`.
CREATE INDEX patients_name_search_idx ON patients
  USING gin (immutable_unaccent(lower(first_name || ' ' || last_name)) gin_trgm_ops);
