-- A patient's entries in order; the grain, where an unknown date is one date; the foreign key.
CREATE UNIQUE INDEX patient_allergies_grain_key ON patient_allergies
  (patient_id, coalesce(recorded_date, '-infinity'), allergy_id);
