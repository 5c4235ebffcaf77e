-- One row about the active and living patients in the scope. Conditions are counted by their group, not by code or name.
CREATE OR REPLACE FUNCTION sp_get_health_condition_stats(p_institution_id uuid, p_doctor_id uuid)
  RETURNS TABLE (
    patients          bigint,
    hypertension      bigint,
    diabetes          bigint,
    high_cholesterol  bigint,
    smokers           bigint,
    drinkers          bigint,
    average_height_cm numeric,
    average_weight_kg numeric,
    average_bmi       numeric
  )
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$
WITH patient AS (
  SELECT p.id, h.smoking_status, h.alcohol_frequency, h.height_cm, h.weight_kg
  FROM counted_patients(p_institution_id, p_doctor_id) p
  LEFT JOIN health_profiles h ON h.patient_id = p.id
), diagnosed AS (
  SELECT
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hypertension')   AS hypertension,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'diabetes')       AS diabetes,
    count(DISTINCT pc.patient_id) FILTER (WHERE c.condition_group = 'hyperlipidemia') AS high_cholesterol
  FROM patient
  JOIN patient_conditions pc ON pc.patient_id = patient.id
  JOIN medical_conditions c ON c.id = pc.condition_id
  WHERE is_current(pc.status, pc.abatement_date, pc.abatement_date_precision)
    AND is_established(pc.verification_status)
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
SELECT measured.patients, hypertension, diabetes, high_cholesterol, smokers, drinkers,
       average_height_cm, average_weight_kg, average_bmi
FROM measured CROSS JOIN diagnosed
$$;
