-- One row of totals.
CREATE VIEW vw_dashboard_overview WITH (security_invoker = true) AS
SELECT * FROM sp_get_dashboard_overview(NULL, NULL);

COMMENT ON VIEW vw_dashboard_overview IS 'One row of totals.';
COMMENT ON COLUMN vw_dashboard_overview.total_patients IS 'active and living';
COMMENT ON COLUMN vw_dashboard_overview.total_doctors IS 'of status active';
COMMENT ON COLUMN vw_dashboard_overview.total_institutions IS 'active';
COMMENT ON COLUMN vw_dashboard_overview.total_users IS 'active accounts of patients, doctors and institutions';
COMMENT ON COLUMN vw_dashboard_overview.validated_patients IS 'validated by doctor and institution: institution_validated or full_access';
COMMENT ON COLUMN vw_dashboard_overview.average_consultation_fee IS 'of active doctors who have one; NULL without any';
