-- One row of totals.
CREATE VIEW vw_dashboard_overview WITH (security_invoker = true) AS
SELECT
  p.total                                AS total_patients,
  d.total                                AS total_doctors,
  (SELECT count(*) FROM medical_institutions WHERE active) AS total_institutions,
  (SELECT count(*) FROM users WHERE active) AS total_users,
  p.validated                            AS validated_patients,
  d.average_fee                          AS average_consultation_fee,
  percentage(p.full_access, p.total)     AS full_access_percentage
FROM (
  SELECT count(*) AS total,
         count(*) FILTER (WHERE validation_status IN ('institution_validated', 'full_access')) AS validated,
         count(*) FILTER (WHERE validation_status = 'full_access') AS full_access
  FROM patients
  WHERE active AND deceased_at IS NULL
) p
CROSS JOIN (
  SELECT count(*) AS total, round(avg(consultation_fee), 2) AS average_fee
  FROM doctors
  WHERE status = 'active'
) d;

COMMENT ON VIEW vw_dashboard_overview IS 'One row of totals.';
COMMENT ON COLUMN vw_dashboard_overview.total_patients IS 'active and living';
COMMENT ON COLUMN vw_dashboard_overview.total_doctors IS 'of status active';
COMMENT ON COLUMN vw_dashboard_overview.total_institutions IS 'active';
COMMENT ON COLUMN vw_dashboard_overview.total_users IS 'active accounts of patients, doctors and institutions';
COMMENT ON COLUMN vw_dashboard_overview.validated_patients IS 'validated by doctor and institution: institution_validated or full_access';
COMMENT ON COLUMN vw_dashboard_overview.average_consultation_fee IS 'of active doctors who have one; NULL without any';
