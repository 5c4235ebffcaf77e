SELECT patient_id, first_name, last_name, date_of_birth::text, date_of_birth_precision,
       deceased, deceased_date::text, deceased_date_precision, deceased_at, age, sex, gender, primary_email, primary_phone,
       emergency_contact_name, emergency_contact_phone, doctor_id, doctor_name, institution_id, institution_name,
       institution_region AS institution_region_name, institution_country AS institution_country_name, blood_type,
       diagnosed_conditions AS diagnosed_condition_names, validation_status, registered_at AS created_at
FROM vw_patient_demographics
WHERE patient_id = ANY ($1::uuid[])
ORDER BY array_position($1::uuid[], patient_id)
