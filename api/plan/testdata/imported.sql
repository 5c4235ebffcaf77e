-- An import wrote everybody at once.
SET statement_timeout = 0;
SET session_replication_role = replica;
UPDATE patients SET created_at = '2026-01-01', updated_at = '2026-01-01';
UPDATE doctors SET created_at = '2026-01-01', updated_at = '2026-01-01';
UPDATE medical_institutions SET created_at = '2026-01-01', updated_at = '2026-01-01';
UPDATE users SET created_at = '2026-01-01', updated_at = '2026-01-01';
SET session_replication_role = DEFAULT;
