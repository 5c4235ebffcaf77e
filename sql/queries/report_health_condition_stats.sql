SELECT patients, hypertension, diabetes, high_cholesterol, smokers, drinkers, average_height_cm, average_weight_kg, average_bmi
FROM sp_get_health_condition_stats($1, $2)
