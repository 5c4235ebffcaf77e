-- PostgreSQL reads back what it prints of these conditions as it is.
-- Only when one of them changes: the row of a patient who has turned 121 since can still be written.
CREATE OR REPLACE TRIGGER check_dates_update BEFORE UPDATE OF date_of_birth, date_of_birth_precision, deceased, deceased_date, deceased_date_precision, deceased_at ON patients
  FOR EACH ROW WHEN (
    OLD.date_of_birth IS DISTINCT FROM NEW.date_of_birth
    OR OLD.date_of_birth_precision IS DISTINCT FROM NEW.date_of_birth_precision
    OR OLD.deceased IS DISTINCT FROM NEW.deceased
    OR OLD.deceased_date IS DISTINCT FROM NEW.deceased_date
    OR OLD.deceased_date_precision IS DISTINCT FROM NEW.deceased_date_precision
    OR OLD.deceased_at IS DISTINCT FROM NEW.deceased_at
  )
  EXECUTE FUNCTION check_patient_dates();

CREATE OR REPLACE TRIGGER check_history BEFORE UPDATE OF date_of_birth, date_of_birth_precision, deceased, deceased_date, deceased_date_precision, deceased_at ON patients
  FOR EACH ROW WHEN (
    OLD.date_of_birth IS DISTINCT FROM NEW.date_of_birth
    OR OLD.date_of_birth_precision IS DISTINCT FROM NEW.date_of_birth_precision
    OR OLD.deceased IS DISTINCT FROM NEW.deceased
    OR OLD.deceased_date IS DISTINCT FROM NEW.deceased_date
    OR OLD.deceased_date_precision IS DISTINCT FROM NEW.deceased_date_precision
    OR OLD.deceased_at IS DISTINCT FROM NEW.deceased_at
  )
  EXECUTE FUNCTION check_patient_history();
