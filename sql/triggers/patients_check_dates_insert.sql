CREATE OR REPLACE TRIGGER check_dates_insert BEFORE INSERT ON patients
  FOR EACH ROW EXECUTE FUNCTION check_patient_dates();
