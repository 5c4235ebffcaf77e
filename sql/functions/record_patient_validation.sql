-- Records each step of a patient's validation. The transaction says who takes it, with SET LOCAL predicthealth.actor_type
-- and predicthealth.actor_id; otherwise it is the system.
CREATE OR REPLACE FUNCTION record_patient_validation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
BEGIN
  INSERT INTO patient_validation_events (created_at, patient_id, from_status, to_status, reason, actor_type, actor_id)
  VALUES (clock_timestamp(), NEW.id, OLD.validation_status, NEW.validation_status, NEW.rejection_reason,
          coalesce(nullif(current_setting('predicthealth.actor_type', true), ''), 'system'),
          nullif(current_setting('predicthealth.actor_id', true), '')::uuid);
  RETURN NULL;
END
$$;
