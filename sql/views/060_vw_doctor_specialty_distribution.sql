-- One row for each specialty of an active doctor.
CREATE VIEW vw_doctor_specialty_distribution WITH (security_invoker = true) AS
SELECT * FROM sp_get_doctor_specialty_distribution(NULL, NULL);

COMMENT ON VIEW vw_doctor_specialty_distribution IS 'A row a specialty that active doctors have.';
COMMENT ON COLUMN vw_doctor_specialty_distribution.percentage IS 'of all active doctors';
