-- Start and end of a medication lie between the patient's birth and today.
CREATE OR REPLACE FUNCTION check_medication_dates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  bad record;
BEGIN
  PERFORM FROM patients WHERE id IN (SELECT patient_id FROM new_rows) FOR KEY SHARE;

  SELECT d.field, d.value, p.date_of_birth INTO bad
  FROM new_rows n
  JOIN patients p ON p.id = n.patient_id
  CROSS JOIN LATERAL (VALUES ('start_date', n.start_date), ('end_date', n.end_date)) AS d (field, value)
  WHERE d.value NOT BETWEEN p.date_of_birth AND utc_today()
  LIMIT 1;
  IF FOUND THEN
    CALL refuse_clinical_date('patient_medications', bad.field, bad.value, bad.date_of_birth);
  END IF;
  RETURN NULL;
END
$$;
