SELECT to_char(month, 'YYYY-MM') AS month, new_patients AS new_patient_count, cumulative_patients AS cumulative_patient_count,
       average_age AS average_age_at_registration, pending AS pending_count, doctor_validated AS doctor_validated_count,
       institution_validated AS institution_validated_count, full_access AS full_access_count, rejected AS rejected_count
FROM sp_get_patient_stats_by_month($3, $1, $2)
