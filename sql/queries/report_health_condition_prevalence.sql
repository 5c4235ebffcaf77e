SELECT code_system, code, condition AS name, condition_group, patients AS patient_count, percentage
FROM sp_get_health_condition_prevalence($1, $2)
ORDER BY patients DESC, code_system, code
LIMIT $3
