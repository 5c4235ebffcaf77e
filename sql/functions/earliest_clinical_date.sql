-- The first date in a patient's record, by which the patient must have been born; NULL if there is none.
CREATE OR REPLACE FUNCTION earliest_clinical_date(patient uuid) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
  SELECT min(day) FROM (
    SELECT min(onset_date) FROM patient_conditions WHERE patient_id = patient
    UNION ALL SELECT min(start_date) FROM patient_medications WHERE patient_id = patient
    UNION ALL SELECT min(recorded_date) FROM patient_allergies WHERE patient_id = patient
  ) AS dates (day)
$$;
