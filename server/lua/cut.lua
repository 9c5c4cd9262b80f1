-- KEYS: the hash of what was cut, the list of acts that Postgres does not have yet. ARGV: the field, the act as JSON, its number or ''.
-- A new act gets its number from Redis's clock, higher than the one before it; a known one is only put back. Answers the number that stands.
local kept = redis.call('HGET', KEYS[1], ARGV[1])
local last = kept and tonumber(string.match(kept, '^(%d+)|')) or 0
local number = tonumber(ARGV[3])
if not number then
  local time = redis.call('TIME')
  number = math.max(time[1] * 1000 + math.floor(time[2] / 1000), last + 1)
  redis.call('RPUSH', KEYS[2], string.format('%.0f', number) .. '|' .. ARGV[2])
end
if number > last then
  redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', number) .. '|' .. ARGV[2])
  last = number
end
return string.format('%.0f', last)
