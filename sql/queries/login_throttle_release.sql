-- Takes back counted attempts, and ends the lock that the last of them set.
--   $1 account_hash, $2 network, $3 how many, $4 whether the last one locked
UPDATE login_throttles
SET failures = greatest(failures - $3::int, 0),
    locks = greatest(locks - $4::boolean::int, 0),
    locked_until = CASE WHEN $4 THEN now() ELSE locked_until END
WHERE account_hash = $1 AND network = $2
