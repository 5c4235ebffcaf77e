SELECT doctor_id, doctor_name, licence_number, status, years_experience, consultation_fee::text,
       specialty AS specialty_name, specialty_category AS specialty_category_name,
       institution_id, institution_name, institution_type, institution_city, institution_region AS institution_region_name,
       institution_country AS institution_country_name, patient_count, average_patient_age
FROM vw_doctor_performance
WHERE ($1::uuid IS NULL OR institution_id = $1) AND ($2::uuid IS NULL OR doctor_id = $2)
ORDER BY patient_count DESC, doctor_name, doctor_id
LIMIT $3
