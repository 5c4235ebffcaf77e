-- Raises the error for a clinical date that isn't between the patient's birth and today.
CREATE OR REPLACE PROCEDURE refuse_clinical_date(table_name text, field text, value date, born date)
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
BEGIN
  IF value < born THEN
    RAISE '% % is before the patient''s birth on %', field, value, born
      USING ERRCODE = 'PH002', TABLE = table_name, COLUMN = field, CONSTRAINT = table_name || '_' || field || '_after_birth';
  END IF;
  RAISE '% % is in the future', field, value
    USING ERRCODE = 'PH001', TABLE = table_name, COLUMN = field, CONSTRAINT = table_name || '_' || field || '_not_in_future';
END
$$;
