-- A patient's birth and death must not be in the future, wherever they were written, and a living patient is at most 120 years
-- old. (The age of the deceased doesn't depend on today, so a constraint limits it.) A time of death without a date is on its date
-- in UTC, and whoever has died on a date is dead.
CREATE OR REPLACE FUNCTION check_patient_dates() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
BEGIN
  NEW.deceased_date := coalesce(NEW.deceased_date, utc_date(NEW.deceased_at));
  IF TG_OP = 'INSERT' OR OLD.deceased_date IS NULL THEN
    NEW.deceased := NEW.deceased OR NEW.deceased_date IS NOT NULL;
  END IF;
  IF NEW.date_of_birth > latest_today() THEN
    RAISE 'date of birth % is in the future', NEW.date_of_birth
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_date_of_birth_not_in_future';
  END IF;
  IF NEW.deceased_at > clock_timestamp() THEN
    RAISE 'time of death % is in the future', NEW.deceased_at
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'deceased_at', CONSTRAINT = 'patients_deceased_at_not_in_future';
  END IF;
  IF NEW.deceased_date > latest_today() THEN
    RAISE 'date of death % is in the future', NEW.deceased_date
      USING ERRCODE = 'PH001', TABLE = 'patients', COLUMN = 'deceased_date', CONSTRAINT = 'patients_deceased_date_not_in_future';
  END IF;
  IF NOT NEW.deceased AND utc_today() >= period_end(NEW.date_of_birth, NEW.date_of_birth_precision) + interval '121 years' THEN
    RAISE 'born on %, a living patient would be older than 120 years', NEW.date_of_birth
      USING ERRCODE = 'PH003', TABLE = 'patients', COLUMN = 'date_of_birth', CONSTRAINT = 'patients_age_of_the_living';
  END IF;
  RETURN NEW;
END
$$;
