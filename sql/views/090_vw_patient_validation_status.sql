-- One row for each status, in the order of the process, including those that no patient has.
CREATE VIEW vw_patient_validation_status WITH (security_invoker = true) AS
SELECT * FROM sp_get_patient_validation_status(NULL, NULL);

COMMENT ON VIEW vw_patient_validation_status IS 'A row a validation status, those without patients too.';
COMMENT ON COLUMN vw_patient_validation_status.patients IS 'active and living';
COMMENT ON COLUMN vw_patient_validation_status.percentage IS 'of all active and living patients; 0 without any';
