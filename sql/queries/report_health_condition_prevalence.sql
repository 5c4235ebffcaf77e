SELECT code_system, code, condition, condition_group, patients, percentage
FROM sp_get_health_condition_prevalence($1, $2)
ORDER BY patients DESC, code_system, code
LIMIT $3
