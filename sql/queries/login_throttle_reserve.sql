-- Counts an attempt to sign in as failed before it is checked, so that concurrent attempts can't all pass, and locks when
-- it is the last one allowed. Returns one row with the duration of the lock, if it set one; no row if a lock refuses it.
--   $1 account_hash, $2 network ('' counts all), $3 failures that lock, $4 window in seconds,
--   $5 the first lock in seconds, $6 factor for each further lock, $7 the longest lock in seconds
-- Everything is forgotten when the window has passed since it began and since the last lock ended. Until then, every
-- attempt after a lock locks again, for longer.
INSERT INTO login_throttles AS t (account_hash, network, failures)
VALUES ($1, $2, 1)
ON CONFLICT (account_hash, network) DO UPDATE
SET (failures, window_started_at, locks, locked_until) = (
  SELECT counted.failures,
         counted.began,
         counted.locks + counted.locking::int,
         CASE WHEN counted.locking
              THEN now() + make_interval(secs => least($7::float8, $5::float8 * power($6::float8, least(counted.locks, 100))))
              ELSE t.locked_until
         END
  FROM (
    SELECT CASE WHEN fresh THEN 1 ELSE t.failures + 1 END AS failures,
           CASE WHEN fresh THEN now() ELSE t.window_started_at END AS began,
           CASE WHEN fresh THEN 0 ELSE t.locks END AS locks,
           NOT fresh AND t.failures + 1 >= $3::int AS locking
    FROM (
      SELECT now() >= greatest(t.window_started_at, t.locked_until) + make_interval(secs => $4::float8) AS fresh
    ) AS age
  ) AS counted
)
WHERE t.locked_until IS NULL OR t.locked_until <= now()
RETURNING CASE WHEN locked_until > now() THEN locked_until END
