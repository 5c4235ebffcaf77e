-- The dates of clinical rows must lie between the patient's birth and today. The trigger's arguments name their columns.
CREATE OR REPLACE FUNCTION check_clinical_dates() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  field text;
  day   date;
  born  date;
BEGIN
  PERFORM FROM patients WHERE id IN (SELECT patient_id FROM new_rows) FOR KEY SHARE;

  EXECUTE format(
    'SELECT d.field, d.value, p.date_of_birth
     FROM new_rows n
     JOIN patients p ON p.id = n.patient_id
     CROSS JOIN LATERAL (VALUES %s) AS d (field, value)
     WHERE d.value NOT BETWEEN p.date_of_birth AND utc_today()
     LIMIT 1',
    (SELECT string_agg(format('(%L, n.%I)', a, a), ', ') FROM unnest(TG_ARGV) AS a)) INTO field, day, born;
  IF field IS NOT NULL THEN
    CALL refuse_clinical_date(TG_TABLE_NAME, field, day, born);
  END IF;
  RETURN NULL;
END
$$;
