-- The soft reference (entity_type, entity_id) made safe: each kind has a generated column that is a real foreign key.
ALTER TABLE phones
  ADD COLUMN patient_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'patient' THEN entity_id END) STORED
    CONSTRAINT phones_patient_id_fkey REFERENCES patients (id) ON DELETE CASCADE,
  ADD COLUMN doctor_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'doctor' THEN entity_id END) STORED
    CONSTRAINT phones_doctor_id_fkey REFERENCES doctors (id) ON DELETE CASCADE,
  ADD COLUMN institution_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'institution' THEN entity_id END) STORED
    CONSTRAINT phones_institution_id_fkey REFERENCES medical_institutions (id) ON DELETE CASCADE;

-- Each number once per entity and extension; the contacts of an entity.
CREATE UNIQUE INDEX phones_number_once ON phones (entity_type, entity_id, number, (coalesce(extension, '')));

-- For the foreign keys, and for finding the phones of a patient, a doctor or an institution.
CREATE INDEX phones_patient_id_idx ON phones (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX phones_doctor_id_idx ON phones (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE INDEX phones_institution_id_idx ON phones (institution_id) WHERE institution_id IS NOT NULL;
