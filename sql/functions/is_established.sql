-- Whether a diagnosis counts: one that nobody doubts, not one that is only suspected.
CREATE OR REPLACE FUNCTION is_established(verification_status text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT verification_status IS NULL OR verification_status = 'confirmed' $$;
