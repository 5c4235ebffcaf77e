-- The soft reference (entity_type, entity_id) made safe: each kind has a generated column that is a real foreign key.
ALTER TABLE identifiers
  ADD COLUMN patient_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'patient' THEN entity_id END) STORED
    CONSTRAINT identifiers_patient_id_fkey REFERENCES patients (id) ON DELETE CASCADE,
  ADD COLUMN doctor_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'doctor' THEN entity_id END) STORED
    CONSTRAINT identifiers_doctor_id_fkey REFERENCES doctors (id) ON DELETE CASCADE,
  ADD COLUMN institution_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'institution' THEN entity_id END) STORED
    CONSTRAINT identifiers_institution_id_fkey REFERENCES medical_institutions (id) ON DELETE CASCADE;

-- For the foreign keys, and for finding the identifiers of a patient, a doctor or an institution.
CREATE INDEX identifiers_patient_id_idx ON identifiers (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX identifiers_doctor_id_idx ON identifiers (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE INDEX identifiers_institution_id_idx ON identifiers (institution_id) WHERE institution_id IS NOT NULL;
