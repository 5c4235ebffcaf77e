-- A patient's entries in order; the grain, where an unknown date is one date; the foreign key.
CREATE UNIQUE INDEX patient_conditions_grain_key ON patient_conditions
  (patient_id, coalesce(onset_date, '-infinity'), condition_id);
