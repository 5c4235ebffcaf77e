CREATE OR REPLACE TRIGGER enforce_validation_update BEFORE UPDATE OF validation_status, doctor_id, institution_id ON patients
  FOR EACH ROW WHEN ((OLD.validation_status, OLD.doctor_id, OLD.institution_id)
    IS DISTINCT FROM (NEW.validation_status, NEW.doctor_id, NEW.institution_id))
  EXECUTE FUNCTION enforce_patient_validation();
