-- The first date in a patient's record, by which the patient must have been born; NULL if there is none. Of a month or a year, it is
-- the last day.
CREATE OR REPLACE FUNCTION earliest_clinical_date(patient uuid) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = public, pg_temp
  AS $$
  SELECT min(day) FROM (
    SELECT min(period_end(onset_date, onset_date_precision)) FROM patient_conditions WHERE patient_id = patient
    UNION ALL SELECT min(period_end(start_date, start_date_precision)) FROM patient_medications WHERE patient_id = patient
    UNION ALL SELECT min(period_end(recorded_date, recorded_date_precision)) FROM patient_allergies WHERE patient_id = patient
  ) AS dates (day)
$$;
