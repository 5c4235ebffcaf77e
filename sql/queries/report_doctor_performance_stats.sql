SELECT doctor_id, doctor_name, institution_id, institution_name, patients AS patient_count,
       average_age AS average_patient_age, full_access_percentage, top_conditions
FROM sp_get_doctor_performance_stats(p_institution_id => $1, p_doctor_id => $2)
ORDER BY patients DESC, doctor_name, doctor_id
LIMIT $3
