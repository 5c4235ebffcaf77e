-- Returns whether rate_limit_take would find a request to take from a limit, and the seconds until the limit is full again. It takes
-- none.
--   $1 key, $2 requests, $3 period in seconds
SELECT coalesce(max(arrival_at), now()) <= now() + make_interval(secs => $3::float8 - $3::float8 / $2::int),
       greatest(extract(epoch FROM max(arrival_at) - now()), 0)::float8
FROM rate_limits
WHERE key = $1
