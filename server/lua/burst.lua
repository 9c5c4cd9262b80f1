-- Nodes agree on what a burst is called. KEYS: the hash burst -> until:print of a topic. ARGV: the name a node has for it, how long it is
-- remembered (ms), from how many letters on a text can be like another, how many slots are alike then, and the print: the hash of the whole, the
-- letters, the slots. Answers the name under which somebody has told of nearly the same, else this one.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local untilMs = string.format('%.0f', now + tonumber(ARGV[2]))
local fewest, same = tonumber(ARGV[3]), tonumber(ARGV[4])
local print = {}
for i = 5, #ARGV do print[#print + 1] = ARGV[i] end

local function isNear(other)
  if other[1] == print[1] and other[2] == print[2] then return true end
  if math.min(tonumber(other[2]), tonumber(print[2])) <= fewest then return false end
  local alike = 0
  for i = 3, #print do if other[i] == print[i] then alike = alike + 1 end end
  return alike >= same
end

local name = ARGV[1]
local known = redis.call('HGETALL', KEYS[1])
for i = 1, #known, 2 do
  local till, text = string.match(known[i + 1], '^(%d+):(.*)$')
  local other = {}
  for part in string.gmatch(text, '%S+') do other[#other + 1] = part end
  if tonumber(till) < now then redis.call('HDEL', KEYS[1], known[i])
  elseif isNear(other) then
    name = known[i]
    break
  end
end
redis.call('HSET', KEYS[1], name, untilMs .. ':' .. table.concat(print, ' '))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return name
