-- One row for each condition that any active and living patient has now.
CREATE VIEW vw_health_condition_prevalence WITH (security_invoker = true) AS
SELECT * FROM sp_get_health_condition_prevalence(NULL, NULL);

COMMENT ON VIEW vw_health_condition_prevalence IS 'A row a condition that any active and living patient has now.';
COMMENT ON COLUMN vw_health_condition_prevalence.patients IS 'each once, however many episodes';
COMMENT ON COLUMN vw_health_condition_prevalence.percentage IS 'of all active and living patients';
