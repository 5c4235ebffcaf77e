SELECT total_patients, total_doctors, total_institutions, total_users, validated_patients,
       average_consultation_fee, full_access_percentage
FROM vw_dashboard_overview
