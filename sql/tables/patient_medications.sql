-- A patient's entries in order; the grain, where an unknown start is one date; the foreign key. Two courses of a medication
-- may begin on one day, if they are taken differently.
CREATE UNIQUE INDEX patient_medications_grain_key ON patient_medications
  (patient_id, coalesce(start_date, '-infinity'), medication_id, md5(coalesce(dosage, '')));
