CREATE OR REPLACE TRIGGER record_validation_insert AFTER INSERT ON patients
  FOR EACH ROW EXECUTE FUNCTION record_patient_validation();
