-- One row about all active and living patients. Conditions are counted by their group, not by code or name.
CREATE VIEW vw_health_condition_stats WITH (security_invoker = true) AS
SELECT * FROM sp_get_health_condition_stats(NULL, NULL);

COMMENT ON VIEW vw_health_condition_stats IS 'One row about all active and living patients.';
COMMENT ON COLUMN vw_health_condition_stats.hypertension IS 'patients who have a condition of the group now; so the next two';
COMMENT ON COLUMN vw_health_condition_stats.high_cholesterol IS 'the condition group hyperlipidemia';
COMMENT ON COLUMN vw_health_condition_stats.smokers IS 'who smoke now';
COMMENT ON COLUMN vw_health_condition_stats.drinkers IS 'who drink alcohol, however rarely';
COMMENT ON COLUMN vw_health_condition_stats.average_bmi IS 'kg/m², of those whose height and weight are known; NULL without any';
