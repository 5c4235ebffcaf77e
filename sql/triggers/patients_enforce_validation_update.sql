-- Column by column: PostgreSQL doesn't print a comparison of three-column rows as it reads it back.
CREATE OR REPLACE TRIGGER enforce_validation_update BEFORE UPDATE OF validation_status, doctor_id, institution_id ON patients
  FOR EACH ROW WHEN (OLD.validation_status IS DISTINCT FROM NEW.validation_status
    OR OLD.doctor_id IS DISTINCT FROM NEW.doctor_id OR OLD.institution_id IS DISTINCT FROM NEW.institution_id)
  EXECUTE FUNCTION enforce_patient_validation();
