-- Updates types, defaults, limits and descriptions of settings. A new setting starts at its default; the value of
-- an existing one is never touched. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (key text, value_type text, default_value jsonb,
    minimum numeric, maximum numeric, allowed_values jsonb, description text)
), updated AS (
  UPDATE system_settings s
  SET value_type = g.value_type, default_value = g.default_value, minimum = g.minimum, maximum = g.maximum,
    allowed_values = g.allowed_values, description = g.description
  FROM given g
  WHERE s.key = g.key
    AND (s.value_type, s.default_value, s.minimum, s.maximum, s.allowed_values, s.description)
      IS DISTINCT FROM (g.value_type, g.default_value, g.minimum, g.maximum, g.allowed_values, g.description)
  RETURNING 1
), inserted AS (
  INSERT INTO system_settings (key, value_type, value, default_value, minimum, maximum, allowed_values, description)
  SELECT key, value_type, default_value, default_value, minimum, maximum, allowed_values, description
  FROM given g
  WHERE NOT EXISTS (SELECT FROM system_settings s WHERE s.key = g.key)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
