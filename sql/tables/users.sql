-- The soft reference (user_type, reference_id) made safe, as for contacts. Unique: a patient, doctor or institution has one
-- account.
ALTER TABLE users
  ADD COLUMN patient_id uuid GENERATED ALWAYS AS (CASE WHEN user_type = 'patient' THEN reference_id END) STORED
    CONSTRAINT users_patient_id_fkey REFERENCES patients (id) ON DELETE CASCADE,
  ADD COLUMN doctor_id uuid GENERATED ALWAYS AS (CASE WHEN user_type = 'doctor' THEN reference_id END) STORED
    CONSTRAINT users_doctor_id_fkey REFERENCES doctors (id) ON DELETE CASCADE,
  ADD COLUMN institution_id uuid GENERATED ALWAYS AS (CASE WHEN user_type = 'institution' THEN reference_id END) STORED
    CONSTRAINT users_institution_id_fkey REFERENCES medical_institutions (id) ON DELETE CASCADE;

-- For the foreign keys, and for finding the account of a patient, a doctor or an institution.
CREATE UNIQUE INDEX users_patient_id_key ON users (patient_id) WHERE patient_id IS NOT NULL;
CREATE UNIQUE INDEX users_doctor_id_key ON users (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE UNIQUE INDEX users_institution_id_key ON users (institution_id) WHERE institution_id IS NOT NULL;

-- Finds accounts of a kind by address or by the beginning of an address.
CREATE INDEX users_user_type_email_idx ON users (user_type, email);
CREATE INDEX users_email_prefix_idx ON users (email varchar_pattern_ops);
