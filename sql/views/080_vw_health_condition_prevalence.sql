-- A row a condition that any active and living patient has now.
CREATE VIEW vw_health_condition_prevalence WITH (security_invoker = true) AS
WITH patient AS (
  SELECT id FROM patients WHERE active AND deceased_at IS NULL
), diagnosed AS (
  SELECT pc.condition_id, count(DISTINCT pc.patient_id) AS patients
  FROM patient_conditions pc
  JOIN patient ON patient.id = pc.patient_id
  WHERE pc.status IN ('active', 'recurrence', 'relapse')
  GROUP BY pc.condition_id
)
SELECT
  c.code_system,
  c.code,
  c.name                                                   AS condition,
  c.condition_group,
  diagnosed.patients,
  percentage(diagnosed.patients, (SELECT count(*) FROM patient)) AS percentage
FROM diagnosed
JOIN medical_conditions c ON c.id = diagnosed.condition_id;

COMMENT ON VIEW vw_health_condition_prevalence IS 'A row a condition that any active and living patient has now.';
COMMENT ON COLUMN vw_health_condition_prevalence.patients IS 'each once, however many episodes';
COMMENT ON COLUMN vw_health_condition_prevalence.percentage IS 'of all active and living patients';
