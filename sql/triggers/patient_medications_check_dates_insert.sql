CREATE OR REPLACE TRIGGER check_dates_insert AFTER INSERT ON patient_medications
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_medication_dates();
