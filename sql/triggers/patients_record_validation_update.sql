-- On any UPDATE, because a new doctor changes the status although no statement sets it.
CREATE OR REPLACE TRIGGER record_validation_update AFTER UPDATE ON patients
  FOR EACH ROW WHEN (OLD.validation_status IS DISTINCT FROM NEW.validation_status)
  EXECUTE FUNCTION record_patient_validation();
