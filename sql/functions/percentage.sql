-- 100 × part ÷ whole with two decimals; 0 when there is no whole.
CREATE OR REPLACE FUNCTION percentage(part bigint, whole bigint) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN whole = 0 THEN 0.00 ELSE round(100.0 * part / whole, 2) END $$;
