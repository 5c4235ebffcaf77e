-- The soft reference (entity_type, entity_id) made safe: each kind has a generated column that is a real foreign key.
ALTER TABLE emails
  ADD COLUMN patient_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'patient' THEN entity_id END) STORED
    CONSTRAINT emails_patient_id_fkey REFERENCES patients (id) ON DELETE CASCADE,
  ADD COLUMN doctor_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'doctor' THEN entity_id END) STORED
    CONSTRAINT emails_doctor_id_fkey REFERENCES doctors (id) ON DELETE CASCADE,
  ADD COLUMN institution_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'institution' THEN entity_id END) STORED
    CONSTRAINT emails_institution_id_fkey REFERENCES medical_institutions (id) ON DELETE CASCADE;

-- For the foreign keys, and for finding the e-mail addresses of a patient, a doctor or an institution.
CREATE INDEX emails_patient_id_idx ON emails (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX emails_doctor_id_idx ON emails (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE INDEX emails_institution_id_idx ON emails (institution_id) WHERE institution_id IS NOT NULL;
