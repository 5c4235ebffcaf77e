CREATE OR REPLACE TRIGGER check_smoking_years_insert AFTER INSERT ON health_profiles
  REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION check_smoking_years();
