-- Adds missing concepts to a catalog of published codes. Existing concepts keep their names: a list loaded since may be
-- newer than the seed; their rank follows the seed. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code_system text, code text, name text, usage_rank smallint)
), updated AS (
  UPDATE {{table}} t
  SET usage_rank = g.usage_rank
  FROM given g
  WHERE t.code_system = g.code_system AND t.code = g.code AND t.usage_rank <> g.usage_rank
  RETURNING 1
), inserted AS (
  INSERT INTO {{table}} (code_system, code, name, usage_rank)
  SELECT code_system, code, name, usage_rank
  FROM given g
  WHERE NOT EXISTS (SELECT FROM {{table}} t WHERE t.code_system = g.code_system AND t.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
