package schema_test

import "testing"

func TestAccountRules(t *testing.T) {
	t.Parallel()
	user := func(values string) string {
		return `INSERT INTO users (email, user_type, reference_id) VALUES ` + values + `; `
	}
	session := func(values string) string {
		return user(`('a@b.example', 'patient', $pat)`) +
			`INSERT INTO sessions (user_id, idle_expires_at, expires_at, ended_at, end_reason) SELECT ` + values + ` FROM users`
	}
	runRules(t, []ruleCase{
		{
			"e-mail is unique", "users_email_key",
			user(`('a@b.example', 'patient', $pat), ('a@b.example', 'doctor', $doc1)`),
			user(`('a@b.example', 'patient', $pat), ('b@b.example', 'doctor', $doc1)`),
		},
		{
			"e-mail is stored lower case", "users_email_format",
			user(`('A@b.example', 'patient', $pat)`), user(`('a@b.example', 'patient', $pat)`),
		},
		{
			"one account a patient", "users_patient_id_key",
			user(`('a@b.example', 'patient', $pat), ('b@b.example', 'patient', $pat)`),
			user(`('a@b.example', 'patient', $pat)`),
		},
		{
			"one account a doctor", "users_doctor_id_key",
			user(`('a@b.example', 'doctor', $doc1), ('b@b.example', 'doctor', $doc1)`),
			user(`('a@b.example', 'doctor', $doc1), ('b@b.example', 'doctor', $doc2)`),
		},
		{
			"one account an institution", "users_institution_id_key",
			user(`('a@b.example', 'institution', $inst1), ('b@b.example', 'institution', $inst1)`),
			user(`('a@b.example', 'institution', $inst1), ('b@b.example', 'institution', $inst2)`),
		},
		{
			"of a patient that exists", "users_patient_id_fkey",
			user(`('a@b.example', 'patient', $doc1)`), user(`('a@b.example', 'patient', $pat)`),
		},
		{
			"user type is known", "users_user_type",
			user(`('a@b.example', 'admin', $pat)`), user(`('a@b.example', 'doctor', $doc2)`),
		},
		{
			"the hash is bcrypt of cost 10 or more", "user_credentials_bcrypt",
			user(`('a@b.example', 'patient', $pat)`) + `INSERT INTO user_credentials (user_id, password_hash)
				SELECT id, replace($hash, '$10$', '$09$') FROM users`,
			user(`('a@b.example', 'patient', $pat)`) + `INSERT INTO user_credentials (user_id, password_hash) SELECT id, $hash FROM users`,
		},
		{
			"one password an account", "user_credentials_user_id_key",
			user(`('a@b.example', 'patient', $pat)`) + `INSERT INTO user_credentials (user_id, password_hash)
				SELECT id, $hash FROM users, generate_series(1, 2)`,
			user(`('a@b.example', 'patient', $pat)`) + `INSERT INTO user_credentials (user_id, password_hash) SELECT id, $hash FROM users`,
		},
		{"a session is somebody's", "sessions_one_owner", session(`NULL, now(), now(), NULL, NULL`), session(`id, now(), now(), NULL, NULL`)},
		{
			"an ended session says why", "sessions_end",
			session(`id, now(), now(), now(), NULL`), session(`id, now(), now(), now(), 'logout'`),
		},
		{
			"idle end is not after the end", "sessions_lifetime",
			session(`id, now() + interval '1 hour', now(), NULL, NULL`), session(`id, now(), now() + interval '1 hour', NULL, NULL`),
		},
		{
			"failures are counted from 0", "users_failed_logins",
			user(`('a@b.example', 'patient', $pat)`) + `UPDATE users SET failed_logins = -1`,
			user(`('a@b.example', 'patient', $pat)`) + `UPDATE users SET failed_logins = 1`,
		},
	})
}

func TestCMSRules(t *testing.T) {
	t.Parallel()
	const staff = `INSERT INTO cms_users (email, role_id, first_name, last_name) VALUES
		('s@b.example', (SELECT id FROM cms_roles WHERE code = 'editor'), 'S', 'T'); `
	runRules(t, []ruleCase{
		{
			"a role in use stays", "cms_users_role_id_fkey",
			staff + `DELETE FROM cms_roles WHERE code = 'editor'`, staff + `DELETE FROM cms_roles WHERE code = 'admin'`,
		},
		{
			"a permission once a role", "cmsrolepermission_role_id_permission_id",
			`INSERT INTO cms_role_permissions (role_id, permission_id) SELECT role_id, permission_id FROM cms_role_permissions LIMIT 1`,
			`DELETE FROM cms_role_permissions; INSERT INTO cms_role_permissions (role_id, permission_id)
				SELECT (SELECT min(id) FROM cms_roles), min(id) FROM cms_permissions`,
		},
		{
			"a resource is known", "cms_permissions_resource",
			`INSERT INTO cms_permissions (resource, action) VALUES ('everything', 'read')`,
			`INSERT INTO cms_permissions (resource, action) VALUES ('audit', 'export')`,
		},
		{
			"a setting's value is of its type", "system_settings_value",
			`INSERT INTO system_settings (key, value_type, value, default_value, description) VALUES ('x.y', 'integer', '"1"', '1', 'd')`,
			`INSERT INTO system_settings (key, value_type, value, default_value, description) VALUES ('x.y', 'integer', '1', '1', 'd')`,
		},
		{
			"a setting lies within its bounds", "system_settings_value_within_bounds",
			`UPDATE system_settings SET value = '9' WHERE key = 'auth.bcrypt.cost'`,
			`UPDATE system_settings SET value = '11' WHERE key = 'auth.bcrypt.cost'`,
		},
		{
			"an integer setting is whole", "system_settings_value_within_bounds",
			`UPDATE system_settings SET value = '10.5' WHERE key = 'auth.bcrypt.cost'`,
			`UPDATE system_settings SET value = '12' WHERE key = 'auth.bcrypt.cost'`,
		},
		{
			"a setting is one of its allowed values", "system_settings_value_allowed",
			`INSERT INTO system_settings (key, value_type, value, default_value, allowed_values, description) VALUES ('x.y', 'string', '"c"', '"a"', '["a", "b"]', 'd')`,
			`INSERT INTO system_settings (key, value_type, value, default_value, allowed_values, description) VALUES ('x.y', 'string', '"b"', '"a"', '["a", "b"]', 'd')`,
		},
		{
			"a setting's key is dotted", "system_settings_key_format",
			`INSERT INTO system_settings (key, value_type, value, default_value, description) VALUES ('X Y', 'integer', '1', '1', 'd')`,
			`INSERT INTO system_settings (key, value_type, value, default_value, description) VALUES ('x_y.z', 'integer', '1', '1', 'd')`,
		},
	})
}

func TestTrailRules(t *testing.T) {
	t.Parallel()
	inbox := func(values string) string {
		return `INSERT INTO audit_inbox (occurred_at, actor_type, action, outcome) VALUES ` + values
	}
	key := func(values string) string {
		return `INSERT INTO idempotency_keys (caller, operation, key, request_hash, status, expires_at) VALUES ` + values
	}
	runRules(t, []ruleCase{
		{
			"outcome is known", "audit_inbox_outcome",
			inbox(`(now(), 'user', 'patient.read', 'fine')`), inbox(`(now(), 'user', 'patient.read', 'denied')`),
		},
		{
			"actor is known", "audit_inbox_actor_type",
			inbox(`(now(), 'robot', 'patient.read', 'success')`), inbox(`(now(), 'system', 'patient.read', 'success')`),
		},
		{
			"a key once per caller and operation", "idempotencykey_caller_operation_key",
			key(`('u:1', 'op', 'k', '\x00', 201, now()), ('u:1', 'op', 'k', '\x01', 201, now())`),
			key(`('u:1', 'op', 'k', '\x00', 201, now()), ('u:2', 'op', 'k', '\x00', NULL, now()), ('u:1', 'op2', 'k', '\x00', 201, now())`),
		},
		{
			"mail goes to an address", "mail_queue_recipient_format",
			`INSERT INTO mail_queue (recipient, template) VALUES ('nobody', 't')`,
			`INSERT INTO mail_queue (recipient, template) VALUES ('n@b.example', 't')`,
		},
	})
}
