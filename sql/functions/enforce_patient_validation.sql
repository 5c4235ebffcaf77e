-- A patient starts as pending and moves along patient_validation_transitions. With a new doctor or institution, validation
-- starts again.
CREATE OR REPLACE FUNCTION enforce_patient_validation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  reassigned boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE 'a new patient''s validation is pending, not %', NEW.validation_status
      USING ERRCODE = 'PH010', TABLE = 'patients', COLUMN = 'validation_status', CONSTRAINT = 'patients_validation_start';
  END IF;

  reassigned := (OLD.doctor_id, OLD.institution_id) IS DISTINCT FROM (NEW.doctor_id, NEW.institution_id);
  IF reassigned AND NEW.validation_status = OLD.validation_status THEN
    NEW.validation_status := 'pending';
  END IF;
  IF NEW.validation_status = OLD.validation_status THEN
    RETURN NEW;
  END IF;

  IF reassigned AND NEW.validation_status <> 'pending' OR NOT EXISTS (
    SELECT FROM patient_validation_transitions t
    WHERE t.from_status = OLD.validation_status AND t.to_status = NEW.validation_status
      AND (reassigned OR NOT t.on_reassignment)
  ) THEN
    RAISE 'validation can''t go from % to %', OLD.validation_status, NEW.validation_status
      USING ERRCODE = 'PH011', TABLE = 'patients', COLUMN = 'validation_status', CONSTRAINT = 'patients_validation_move';
  END IF;
  IF OLD.validation_status = 'rejected' THEN
    NEW.rejection_reason := NULL;
  END IF;
  RETURN NEW;
END
$$;
