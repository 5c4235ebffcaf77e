-- Everything that an instance must know to judge a token, at one moment. $1 is the last revocation that it knows.
SELECT
  now(),
  (
    SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'subject', subject_id, 'expires_at', expires_at)), '[]')
    FROM revocations
    WHERE number > $1 AND expires_at > now()
  ),
  jsonb_build_object(
    'settings', (SELECT jsonb_object_agg(key, value) FROM system_settings),
    'roles', (
      SELECT jsonb_object_agg(r.id, jsonb_build_object('code', r.code, 'permissions', (
        SELECT coalesce(jsonb_agg(p.resource || ':' || p.action ORDER BY p.resource, p.action), '[]')
        FROM cms_role_permissions AS rp
        JOIN cms_permissions AS p ON p.id = rp.permission_id
        WHERE rp.role_id = r.id
      )))
      FROM cms_roles AS r
    ),
    'staff', (
      SELECT jsonb_object_agg(id, jsonb_build_object('role', role_id, 'must_change_password', password_change_required))
      FROM cms_users
      WHERE active
    ),
    'service_accounts', (
      SELECT jsonb_object_agg(id, jsonb_build_object('role', role_id, 'scopes', scopes))
      FROM service_accounts
      WHERE active
    ),
    -- Secrets that end, until the last token obtained with them has expired.
    'ending_secrets', (
      SELECT jsonb_object_agg(id, expires_at)
      FROM service_account_secrets
      WHERE expires_at > now() - interval '65 minutes'
    )
  )
