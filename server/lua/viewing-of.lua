-- What all living nodes have heard of links. KEYS: the hash of viewing.lua. ARGV: links. Answers five sums for each.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local sums = {}
for i = 1, #ARGV do
  local sum = { 0, 0, 0, 0, 0 }
  for numbers, untilMs in string.gmatch(redis.call('HGET', KEYS[1], ARGV[i]) or '', '%S+=(%S+):(%d+)') do
    if tonumber(untilMs) >= now then
      local place = 0
      for number in string.gmatch(numbers, '%d+') do
        place = place + 1
        sum[place] = sum[place] + tonumber(number)
      end
    end
  end
  for place = 1, 5 do sums[#sums + 1] = sum[place] end
end
return sums
