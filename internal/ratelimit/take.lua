-- Takes a request from each limit with the generic cell rate algorithm, in their order, until one has none left.
--   KEYS  the limits
--   ARGV  of each limit: how many requests, in how many microseconds, and 1, or 0 to look without taking one
-- Returns, for each limit it came to, 1 if there was a request to take, else 0, and the microseconds until the limit is full
-- again.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local answer = {}
for i, key in ipairs(KEYS) do
  local period, take = tonumber(ARGV[3 * i - 1]), ARGV[3 * i] == '1'
  local share = period / ARGV[3 * i - 2]
  local full = math.max(tonumber(redis.call('GET', key) or now), now)
  local left = full + share - now <= period
  if left and take then
    full = full + share
    redis.call('SET', key, full, 'PX', math.max(1, math.ceil((full - now) / 1000)))
  end
  table.insert(answer, left and 1 or 0)
  table.insert(answer, full - now)
  if not left then
    break
  end
end
return answer
