-- One row about all active and living patients. Conditions are told by their group, not by code or name.
CREATE VIEW vw_health_condition_stats WITH (security_invoker = true) AS
WITH patient AS (
  SELECT p.id, h.smoking_status, h.alcohol_frequency, h.height_cm, h.weight_kg
  FROM patients p
  LEFT JOIN health_profiles h ON h.patient_id = p.id
  WHERE p.active AND p.deceased_at IS NULL
), diagnosed AS (
  SELECT
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hypertension')   AS hypertension,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'diabetes')       AS diabetes,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hyperlipidemia') AS high_cholesterol
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id
  JOIN medical_conditions c ON c.id = pc.condition_id
  WHERE pc.status IN ('active', 'recurrence', 'relapse')
), measured AS (
  SELECT
    count(*)                                                                            AS patients,
    count(*) FILTER (WHERE smoking_status = 'current')                                  AS smokers,
    count(*) FILTER (WHERE alcohol_frequency IN ('rarely', 'occasionally', 'regularly', 'daily')) AS drinkers,
    round(avg(height_cm), 2)                                                            AS average_height_cm,
    round(avg(weight_kg), 2)                                                            AS average_weight_kg,
    round(avg(weight_kg / (height_cm / 100) ^ 2), 2)                                    AS average_bmi
  FROM patient
)
SELECT patients, hypertension, diabetes, high_cholesterol, smokers, drinkers,
       average_height_cm, average_weight_kg, average_bmi
FROM measured CROSS JOIN diagnosed;

COMMENT ON VIEW vw_health_condition_stats IS 'One row about all active and living patients.';
COMMENT ON COLUMN vw_health_condition_stats.hypertension IS 'patients who have a condition of the group now; so the next two';
COMMENT ON COLUMN vw_health_condition_stats.high_cholesterol IS 'the condition group hyperlipidemia';
COMMENT ON COLUMN vw_health_condition_stats.smokers IS 'who smoke now';
COMMENT ON COLUMN vw_health_condition_stats.drinkers IS 'who drink alcohol, however rarely';
COMMENT ON COLUMN vw_health_condition_stats.average_bmi IS 'kg/m², of those whose height and weight are known; NULL without any';
