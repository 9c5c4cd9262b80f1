-- What viewers say of links. KEYS: the hash link -> "node=playing:failing:framed:framesMs:stalls:until …". ARGV: this node, how long its words
-- count (ms), then of each link its name and those five numbers. A node's word takes the place of its last one; words whose time is over go.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local till = string.format('%.0f', now + tonumber(ARGV[2]))
for i = 3, #ARGV, 6 do
  local words = {}
  for node, numbers, untilMs in string.gmatch(redis.call('HGET', KEYS[1], ARGV[i]) or '', '(%S+)=(%S+):(%d+)') do
    if node ~= ARGV[1] and tonumber(untilMs) >= now then words[#words + 1] = node .. '=' .. numbers .. ':' .. untilMs end
  end
  local mine = table.concat(ARGV, ':', i + 1, i + 5)
  if mine ~= '0:0:0:0:0' then words[#words + 1] = ARGV[1] .. '=' .. mine .. ':' .. till end
  if #words > 0 then redis.call('HSET', KEYS[1], ARGV[i], table.concat(words, ' ')) else redis.call('HDEL', KEYS[1], ARGV[i]) end
end
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[2]) * 4)
return #ARGV
