-- Updates countries to ISO 3166-1 and ISO 4217. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code text, alpha3 text, numeric_code text, name text,
    other_names text, calling_code text, currency_code text, currency_name text)
), updated AS (
  UPDATE countries c
  SET alpha3 = g.alpha3, numeric_code = g.numeric_code, name = g.name, other_names = coalesce(g.other_names, ''), calling_code = g.calling_code,
    currency_code = g.currency_code, currency_name = g.currency_name
  FROM given g
  WHERE c.code = g.code
    AND (c.alpha3, c.numeric_code, c.name, c.other_names, c.calling_code, c.currency_code, c.currency_name)
      IS DISTINCT FROM (g.alpha3, g.numeric_code, g.name, coalesce(g.other_names, ''), g.calling_code, g.currency_code, g.currency_name)
  RETURNING 1
), inserted AS (
  INSERT INTO countries (code, alpha3, numeric_code, name, other_names, calling_code, currency_code, currency_name)
  SELECT code, alpha3, numeric_code, name, coalesce(other_names, ''), calling_code, currency_code, currency_name
  FROM given g
  WHERE NOT EXISTS (SELECT FROM countries c WHERE c.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
