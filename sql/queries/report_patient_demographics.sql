SELECT patient_id, first_name, last_name, date_of_birth::text, deceased_at, age, sex, gender, primary_email, primary_phone,
       emergency_contact_name, emergency_contact_phone, doctor_id, doctor_name, institution_id, institution_name,
       institution_region, institution_country, blood_type, diagnosed_conditions, validation_status, registered_at
FROM vw_patient_demographics
WHERE patient_id = ANY ($1::uuid[])
ORDER BY array_position($1::uuid[], patient_id)
