-- Updates blood types to the eight ABO and RhD groups. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code text, name text, abo text, rh_positive boolean)
), updated AS (
  UPDATE blood_types b
  SET name = g.name, abo = g.abo, rh_positive = g.rh_positive
  FROM given g
  WHERE b.code = g.code AND (b.name, b.abo, b.rh_positive) IS DISTINCT FROM (g.name, g.abo, g.rh_positive)
  RETURNING 1
), inserted AS (
  INSERT INTO blood_types (code, name, abo, rh_positive)
  SELECT code, name, abo, rh_positive
  FROM given g
  WHERE NOT EXISTS (SELECT FROM blood_types b WHERE b.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
