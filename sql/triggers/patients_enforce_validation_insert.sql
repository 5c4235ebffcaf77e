CREATE OR REPLACE TRIGGER enforce_validation_insert BEFORE INSERT ON patients
  FOR EACH ROW WHEN (NEW.validation_status <> 'pending') EXECUTE FUNCTION enforce_patient_validation();
