SELECT specialty_code, specialty, specialty_category, doctors, percentage, average_years_experience, average_consultation_fee::text
FROM sp_get_doctor_specialty_distribution($1, $2)
ORDER BY doctors DESC, specialty_code
