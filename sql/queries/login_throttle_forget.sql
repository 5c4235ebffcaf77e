-- Deletes what was counted for an account from a network, and returns how many failures that were.
--   $1 account_hash, $2 network
DELETE FROM login_throttles WHERE account_hash = $1 AND network = $2 RETURNING failures
