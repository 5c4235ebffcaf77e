-- Updates the allowed steps of a patient's validation. $1: array of rows.
-- Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (from_status text, to_status text, on_reassignment boolean)
), updated AS (
  UPDATE patient_validation_transitions t
  SET on_reassignment = g.on_reassignment
  FROM given g
  WHERE t.from_status = g.from_status AND t.to_status = g.to_status AND t.on_reassignment <> g.on_reassignment
  RETURNING 1
), inserted AS (
  INSERT INTO patient_validation_transitions (from_status, to_status, on_reassignment)
  SELECT from_status, to_status, on_reassignment
  FROM given g
  WHERE NOT EXISTS (
    SELECT FROM patient_validation_transitions t WHERE t.from_status = g.from_status AND t.to_status = g.to_status)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
