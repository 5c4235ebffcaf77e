-- Issuing a token is not a change of the account.
CREATE OR REPLACE TRIGGER set_updated_at BEFORE UPDATE ON service_accounts
  FOR EACH ROW EXECUTE FUNCTION set_updated_at('last_used_at');
