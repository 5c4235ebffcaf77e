-- Returns an array of the pointers to catalog codes that are unknown or no longer offered, NULL for none; $1 is
-- [{"pointer", "catalog", "code"}].
SELECT json_agg(asked.pointer)
FROM jsonb_to_recordset($1::jsonb) AS asked (pointer text, catalog text, code text)
WHERE NOT EXISTS (
  SELECT FROM sexes c WHERE asked.catalog = 'sexes' AND c.code = asked.code AND c.active
  UNION ALL SELECT FROM genders c WHERE asked.catalog = 'genders' AND c.code = asked.code AND c.active
  UNION ALL SELECT FROM blood_types c WHERE asked.catalog = 'blood_types' AND c.code = asked.code AND c.active
  UNION ALL SELECT FROM email_types c WHERE asked.catalog = 'email_types' AND c.code = asked.code AND c.active
  UNION ALL SELECT FROM phone_types c WHERE asked.catalog = 'phone_types' AND c.code = asked.code AND c.active
)
