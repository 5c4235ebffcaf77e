SELECT specialty_code AS specialty, specialty AS specialty_name, specialty_category AS specialty_category_name,
       doctors AS doctor_count, percentage, average_years_experience, average_consultation_fee::text
FROM sp_get_doctor_specialty_distribution($1, $2)
ORDER BY doctors DESC, specialty_code
