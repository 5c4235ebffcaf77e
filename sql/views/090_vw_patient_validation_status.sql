-- A row a status, in the order of the process, those without patients too.
CREATE VIEW vw_patient_validation_status WITH (security_invoker = true) AS
SELECT
  s.status                                                  AS validation_status,
  count(p.id)                                               AS patients,
  percentage(count(p.id), sum(count(p.id)) OVER ()::bigint) AS percentage
FROM unnest(ARRAY['pending', 'doctor_validated', 'institution_validated', 'full_access', 'rejected'])
  WITH ORDINALITY AS s (status, place)
LEFT JOIN patients p ON p.validation_status = s.status AND p.active AND p.deceased_at IS NULL
GROUP BY s.status, s.place
ORDER BY s.place;

COMMENT ON VIEW vw_patient_validation_status IS 'A row a validation status, those without patients too.';
COMMENT ON COLUMN vw_patient_validation_status.patients IS 'active and living';
COMMENT ON COLUMN vw_patient_validation_status.percentage IS 'of all active and living patients; 0 without any';
