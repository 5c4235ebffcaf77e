-- Grants built-in roles their permissions, but only for roles and permissions that this transaction created, so that
-- permissions that administrators removed stay away. A role with the grant * always has all permissions.
-- $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT r.id AS role_id, p.id AS permission_id,
    g.resource = '*' OR r.created_at = now() OR p.created_at = now() AS due
  FROM jsonb_to_recordset($1::jsonb) AS g (role text, resource text, action text)
  JOIN cms_roles r ON r.code = g.role
  JOIN cms_permissions p ON g.resource IN ('*', p.resource) AND g.action IN ('*', p.action)
), inserted AS (
  INSERT INTO cms_role_permissions (role_id, permission_id)
  SELECT role_id, permission_id
  FROM given g
  WHERE g.due AND NOT EXISTS (
    SELECT FROM cms_role_permissions rp WHERE rp.role_id = g.role_id AND rp.permission_id = g.permission_id)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
