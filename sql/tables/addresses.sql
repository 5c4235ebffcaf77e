-- The soft reference (entity_type, entity_id) made safe: each kind has a generated column that is a real foreign key.
ALTER TABLE addresses
  ADD COLUMN patient_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'patient' THEN entity_id END) STORED
    CONSTRAINT addresses_patient_id_fkey REFERENCES patients (id) ON DELETE CASCADE,
  ADD COLUMN doctor_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'doctor' THEN entity_id END) STORED
    CONSTRAINT addresses_doctor_id_fkey REFERENCES doctors (id) ON DELETE CASCADE,
  ADD COLUMN institution_id uuid GENERATED ALWAYS AS (CASE WHEN entity_type = 'institution' THEN entity_id END) STORED
    CONSTRAINT addresses_institution_id_fkey REFERENCES medical_institutions (id) ON DELETE CASCADE;

-- For the foreign keys, and for finding the addresses of a patient, a doctor or an institution.
CREATE INDEX addresses_patient_id_idx ON addresses (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX addresses_doctor_id_idx ON addresses (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE INDEX addresses_institution_id_idx ON addresses (institution_id) WHERE institution_id IS NOT NULL;

-- The region must be in the address's country.
ALTER TABLE addresses DROP CONSTRAINT addresses_region_id_fkey;
ALTER TABLE addresses ADD CONSTRAINT addresses_region_of_country_fkey
  FOREIGN KEY (region_id, country_id) REFERENCES regions (id, country_id) ON DELETE RESTRICT;

-- Lists the addresses of an entity in the order in which they were added.
CREATE INDEX addresses_entity_type_entity_id_id_idx ON addresses (entity_type, entity_id, id);

-- Finds the institutions in a country, in a region or near a point. (Replacing the column institution_id above also drops
-- the index that ent made on it.)
CREATE INDEX addresses_institution_place_idx ON addresses (country_id, region_id, institution_id) WHERE institution_id IS NOT NULL;
CREATE INDEX addresses_institution_position_idx ON addresses (latitude, longitude) WHERE institution_id IS NOT NULL;
