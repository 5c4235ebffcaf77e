-- One row for each patient, including inactive and deceased ones.
CREATE VIEW vw_patient_demographics WITH (security_invoker = true) AS
SELECT
  p.id                                  AS patient_id,
  p.first_name,
  p.last_name,
  p.date_of_birth,
  p.date_of_birth_precision,
  p.deceased,
  p.deceased_date,
  p.deceased_date_precision,
  p.deceased_at,
  p.active,
  age_of(p.date_of_birth, p.deceased, p.deceased_date) AS age,
  sex.code                              AS sex,
  gender.code                           AS gender,
  email.email                           AS primary_email,
  phone.number                          AS primary_phone,
  p.emergency_contact_name,
  p.emergency_contact_phone,
  d.id                                  AS doctor_id,
  ltrim(d.first_name || ' ' || d.last_name) AS doctor_name,
  i.id                                  AS institution_id,
  i.name                                AS institution_name,
  region.name                           AS institution_region,
  country.name                          AS institution_country,
  blood_type.code                       AS blood_type,
  ARRAY(
    SELECT DISTINCT c.name::text
    FROM patient_conditions pc
    JOIN medical_conditions c ON c.id = pc.condition_id
    WHERE pc.patient_id = p.id AND is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
      AND is_established(pc.verification_status)
    ORDER BY 1
  )                                     AS diagnosed_conditions,
  p.validation_status,
  p.created_at                          AS registered_at
FROM patients p
JOIN sexes sex ON sex.id = p.sex_id
LEFT JOIN genders gender ON gender.id = p.gender_id
JOIN doctors d ON d.id = p.doctor_id
JOIN medical_institutions i ON i.id = p.institution_id
LEFT JOIN emails email ON email.entity_type = 'patient' AND email.entity_id = p.id AND email.is_primary
LEFT JOIN phones phone ON phone.entity_type = 'patient' AND phone.entity_id = p.id AND phone.is_primary
LEFT JOIN addresses place ON place.entity_type = 'institution' AND place.entity_id = i.id AND place.is_primary
LEFT JOIN regions region ON region.id = place.region_id
LEFT JOIN countries country ON country.id = place.country_id
LEFT JOIN health_profiles profile ON profile.patient_id = p.id
LEFT JOIN blood_types blood_type ON blood_type.id = profile.blood_type_id;

COMMENT ON VIEW vw_patient_demographics IS 'A row a patient, inactive and deceased ones too.';
COMMENT ON COLUMN vw_patient_demographics.age IS 'in completed years today (UTC), at death for the deceased; NULL if nobody knows when they died';
COMMENT ON COLUMN vw_patient_demographics.institution_region IS 'of the institution''s primary address';
COMMENT ON COLUMN vw_patient_demographics.diagnosed_conditions IS
  'names of the conditions the patient has now (active, recurrence, relapse), each once, in order';
