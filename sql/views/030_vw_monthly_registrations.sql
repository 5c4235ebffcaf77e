-- One row for each month in which any of today's active and living patients was registered.
CREATE VIEW vw_monthly_registrations WITH (security_invoker = true) AS
SELECT * FROM sp_get_monthly_registrations(NULL, NULL);

COMMENT ON VIEW vw_monthly_registrations IS
  'Registrations of today''s active and living patients; months without any have no row.';
COMMENT ON COLUMN vw_monthly_registrations.month IS 'the month''s first day (UTC)';
COMMENT ON COLUMN vw_monthly_registrations.by_sex IS 'an object: code of a sex → patients';
COMMENT ON COLUMN vw_monthly_registrations.by_gender IS 'an object: code of a gender, or unspecified → patients';
