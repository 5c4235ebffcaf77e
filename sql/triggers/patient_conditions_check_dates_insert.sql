CREATE OR REPLACE TRIGGER check_dates_insert AFTER INSERT ON patient_conditions
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_condition_dates();
