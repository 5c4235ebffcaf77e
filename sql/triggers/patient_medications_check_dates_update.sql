CREATE OR REPLACE TRIGGER check_dates_update AFTER UPDATE ON patient_medications
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_medication_dates();
