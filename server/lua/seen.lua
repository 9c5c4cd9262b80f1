-- E14. KEYS: the hash node -> count:expiry of a topic. ARGV: this node, its count, how long it counts (ms). Answers the sum of the living.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if tonumber(ARGV[2]) > 0 then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ':' .. string.format('%.0f', now + tonumber(ARGV[3])))
  redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[3]) * 4)
else
  redis.call('HDEL', KEYS[1], ARGV[1])
end
local sum = 0
local nodes = redis.call('HGETALL', KEYS[1])
for i = 1, #nodes, 2 do
  local count, untilMs = string.match(nodes[i + 1], '^(%d+):(%d+)$')
  if tonumber(untilMs) < now then redis.call('HDEL', KEYS[1], nodes[i]) else sum = sum + tonumber(count) end
end
return sum
