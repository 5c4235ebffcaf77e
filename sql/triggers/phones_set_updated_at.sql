CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON phones
  FOR EACH ROW EXECUTE FUNCTION set_updated_at('patient_id', 'doctor_id', 'institution_id');
