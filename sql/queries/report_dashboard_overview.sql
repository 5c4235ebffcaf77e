SELECT total_patients AS patient_count, total_doctors AS doctor_count, total_institutions AS institution_count,
       total_users AS account_count, validated_patients AS validated_patient_count,
       average_consultation_fee::text, full_access_percentage
FROM sp_get_dashboard_overview($1, $2)
