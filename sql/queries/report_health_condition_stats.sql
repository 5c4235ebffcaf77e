SELECT patients AS patient_count, hypertension AS hypertension_count, diabetes AS diabetes_count,
       high_cholesterol AS hyperlipidemia_count, smokers AS smoker_count, drinkers AS drinker_count,
       average_height_cm, average_weight_kg, average_bmi
FROM sp_get_health_condition_stats($1, $2)
