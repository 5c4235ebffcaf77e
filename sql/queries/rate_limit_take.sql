-- Takes one request from a limit with the generic cell rate algorithm. Returns whether there was one to take, and the seconds
-- until the limit is full again. No row if another request created the row at this very moment and left nothing.
--   $1 key, $2 requests, $3 period in seconds
WITH taken AS (
  INSERT INTO rate_limits AS r (key, arrival_at)
  VALUES ($1, now() + make_interval(secs => $3::float8 / $2::int))
  ON CONFLICT (key) DO UPDATE
  SET arrival_at = greatest(r.arrival_at, now()) + make_interval(secs => $3::float8 / $2::int)
  WHERE greatest(r.arrival_at, now()) <= now() + make_interval(secs => $3::float8 - $3::float8 / $2::int)
  RETURNING arrival_at
)
SELECT true, extract(epoch FROM arrival_at - now())::float8 FROM taken
UNION ALL
SELECT false, extract(epoch FROM arrival_at - now())::float8 FROM rate_limits
WHERE key = $1 AND NOT EXISTS (SELECT FROM taken)
