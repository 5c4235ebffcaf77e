-- Creates the missing partitions of audit_events for this month (UTC) and the given number of months after it, and returns
-- how many it created. Rows of these months move there from the default partition.
CREATE OR REPLACE FUNCTION ensure_audit_partitions(months_ahead integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  SET timezone = 'UTC'
  AS $$
DECLARE
  first_month timestamptz := date_trunc('month', now());
  month       timestamptz;
  partition   text;
  made        integer := 0;
BEGIN
  IF months_ahead IS NULL OR months_ahead NOT BETWEEN 0 AND 120 THEN
    RAISE 'months_ahead is %, want 0 to 120', months_ahead USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ensure_audit_partitions'));

  FOR ahead IN 0 .. months_ahead LOOP
    month := first_month + make_interval(months => ahead);
    partition := to_char(month, '"audit_events_"YYYY_MM');
    CONTINUE WHEN to_regclass(partition) IS NOT NULL;

    -- What is being sealed right now goes to the default partition too: wait for it, and keep more away.
    LOCK TABLE audit_events_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE %I (LIKE audit_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition);
    EXECUTE format('WITH moved AS (DELETE FROM audit_events_default WHERE sealed_at >= $1 AND sealed_at < $2 RETURNING *)
                    INSERT INTO %I SELECT * FROM moved', partition) USING month, month + interval '1 month';
    EXECUTE format('ALTER TABLE audit_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   partition, month, month + interval '1 month');
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
