-- Only when one of them changes: the row of a patient who has turned 121 since can still be written.
CREATE OR REPLACE TRIGGER check_dates_update BEFORE UPDATE OF date_of_birth, deceased_at ON patients
  FOR EACH ROW WHEN ((OLD.date_of_birth, OLD.deceased_at) IS DISTINCT FROM (NEW.date_of_birth, NEW.deceased_at))
  EXECUTE FUNCTION check_patient_dates();
