SELECT to_char(month, 'YYYY-MM') AS month, new_patients, cumulative_patients, average_age, pending, doctor_validated,
       institution_validated, full_access, rejected
FROM sp_get_patient_stats_by_month($3, $1, $2)
