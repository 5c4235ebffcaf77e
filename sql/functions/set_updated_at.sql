-- Stamps a row that an UPDATE changes. clock_timestamp(), not now(): a transaction that began earlier but wrote later
-- must not turn updated_at back.
-- A trigger's WHEN clause tells whether anything changes. On tables with generated columns it can't, for those are not
-- computed yet: there the trigger names them as arguments, and they are left out of the comparison.
CREATE OR REPLACE FUNCTION set_updated_at() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = public, pg_temp
  AS $$
BEGIN
  IF TG_NARGS > 0 AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1;
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;
