-- From sql/triggers/service_accounts_set_updated_at.sql
CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON service_accounts
  FOR EACH ROW EXECUTE FUNCTION set_updated_at('last_used_at');
