-- Sets updated_at and version of a row that an UPDATE changes. It uses clock_timestamp() rather than now(): a transaction
-- that began earlier but wrote later must not set updated_at back.
--
-- A trigger's WHEN clause decides whether anything changes. On tables with generated columns it can't, because they aren't
-- computed yet. There, the trigger passes their names as arguments, and they are left out of the comparison.
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
