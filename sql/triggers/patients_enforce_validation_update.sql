-- Column by column, because PostgreSQL prints a comparison of rows with three columns differently from how it reads it.
CREATE OR REPLACE TRIGGER enforce_validation_update BEFORE UPDATE OF validation_status, doctor_id, institution_id ON patients
  FOR EACH ROW WHEN (OLD.validation_status IS DISTINCT FROM NEW.validation_status
    OR OLD.doctor_id IS DISTINCT FROM NEW.doctor_id OR OLD.institution_id IS DISTINCT FROM NEW.institution_id)
  EXECUTE FUNCTION enforce_patient_validation();
