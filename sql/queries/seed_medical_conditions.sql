-- Adds missing conditions. Existing ones keep their name and chronic flag, because a list loaded since may be newer
-- than the seed; the group and the rank follow the seed. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (code_system text, code text, name text, chronic boolean,
    condition_group text, usage_rank smallint)
), updated AS (
  UPDATE medical_conditions c
  SET chronic = COALESCE(c.chronic, g.chronic), condition_group = COALESCE(g.condition_group, c.condition_group),
    usage_rank = g.usage_rank
  FROM given g
  WHERE c.code_system = g.code_system AND c.code = g.code
    AND (c.chronic, c.condition_group, c.usage_rank)
      IS DISTINCT FROM (COALESCE(c.chronic, g.chronic), COALESCE(g.condition_group, c.condition_group), g.usage_rank)
  RETURNING 1
), inserted AS (
  INSERT INTO medical_conditions (code_system, code, name, chronic, condition_group, usage_rank)
  SELECT code_system, code, name, chronic, condition_group, usage_rank
  FROM given g
  WHERE NOT EXISTS (SELECT FROM medical_conditions c WHERE c.code_system = g.code_system AND c.code = g.code)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), (SELECT count(*) FROM updated);
