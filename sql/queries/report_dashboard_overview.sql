SELECT total_patients, total_doctors, total_institutions, total_users, validated_patients,
       average_consultation_fee::text, full_access_percentage
FROM sp_get_dashboard_overview($1, $2)
