-- The dates of clinical rows must lie between the patient's birth and today, wherever they were written; only an end may lie in
-- the future. Of a date that is known to the month or the year, the end of that counts for birth and its beginning for today. The
-- trigger's arguments name the columns.
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
     CROSS JOIN LATERAL (VALUES %s) AS d (field, value, until, latest)
     WHERE d.until < p.date_of_birth OR d.value > d.latest
     LIMIT 1',
    (SELECT string_agg(format(
       CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = TG_RELID AND attname = a || '_precision')
         THEN '(%1$L, n.%1$I, period_end(n.%1$I, n.%2$I), %3$s)' ELSE '(%1$L, n.%1$I, n.%1$I, %3$s)' END,
       a, a || '_precision', CASE WHEN a IN ('abatement_date', 'end_date') THEN '''infinity''::date' ELSE 'latest_today()' END), ', ')
     FROM unnest(TG_ARGV) AS a)) INTO field, day, born;
  IF field IS NOT NULL THEN
    CALL refuse_clinical_date(TG_TABLE_NAME, field, day, born);
  END IF;
  RETURN NULL;
END
$$;
