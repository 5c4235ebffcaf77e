-- Nobody can have smoked for more years than they have lived.
CREATE OR REPLACE FUNCTION check_smoking_years() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
DECLARE
  bad record;
BEGIN
  PERFORM FROM patients WHERE id IN (SELECT patient_id FROM new_rows WHERE smoking_years IS NOT NULL) FOR KEY SHARE;

  SELECT n.smoking_years, a.age INTO bad
  FROM new_rows n
  JOIN patients p ON p.id = n.patient_id
  CROSS JOIN LATERAL (SELECT age_in_years(p.date_of_birth, 
    coalesce(period_end(p.deceased_date, p.deceased_date_precision), utc_today()))) AS a (age)
  WHERE n.smoking_years > a.age
  LIMIT 1;
  IF FOUND THEN
    RAISE '% years of smoking are more than the age, %', bad.smoking_years, bad.age
      USING ERRCODE = 'PH004', TABLE = 'health_profiles', COLUMN = 'smoking_years',
            CONSTRAINT = 'health_profiles_smoking_years_within_age';
  END IF;
  RETURN NULL;
END
$$;
