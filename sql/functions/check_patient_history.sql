-- A corrected date of birth or death leaves no clinical date before birth and no smoking longer than life.
-- Whoever writes clinical rows holds FOR KEY SHARE on the patient until commit. FOR UPDATE, which an UPDATE of these
-- columns alone would not take, waits for them; the queries below then see what they wrote.
CREATE OR REPLACE FUNCTION check_patient_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  earliest date;
  years    smallint;
BEGIN
  PERFORM FROM patients WHERE id = OLD.id FOR UPDATE;

  earliest := earliest_clinical_date(OLD.id);
  IF earliest < NEW.date_of_birth THEN
    RAISE 'date of birth % is after a clinical date of the patient, %', NEW.date_of_birth, earliest
      USING ERRCODE = 'PH002', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_history_after_birth';
  END IF;

  SELECT smoking_years INTO years FROM health_profiles WHERE patient_id = OLD.id;
  IF years > age_in_years(NEW.date_of_birth, coalesce(period_end(NEW.deceased_date, NEW.deceased_date_precision), utc_today())) THEN
    RAISE 'the patient''s % years of smoking would be more than the age', years
      USING ERRCODE = 'PH004', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_smoking_years_within_age';
  END IF;
  RETURN NEW;
END
$$;
