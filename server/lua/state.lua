-- E7. KEYS: the hash of a topic's state, and its bus channel (one hash tag). ARGV: a floor for the revision, then triples of key, version, json.
-- Answers the revision, and whether the hash was there before: one that was lost has only what is put now, and must be built again.
-- What is published says which revision it follows, so that a node that missed one reads the hash.
-- Fields: '#rev', and 'k:<key>' = version|rev|json. A removed key stays as null for an hour, so that a late, older value cannot bring it back.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local known = redis.call('HGET', KEYS[1], '#rev')
local old = tonumber(known or '0')
local rev = string.format('%.0f', math.max(old + 1, now, tonumber(ARGV[1]) + 1))
local changed, removed = {}, false
for i = 2, #ARGV, 3 do
  local key, version, json = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local kept = redis.call('HGET', KEYS[1], 'k:' .. key)
  if not kept or tonumber(version) > tonumber(string.match(kept, '^(%d+)|')) then
    redis.call('HSET', KEYS[1], 'k:' .. key, version .. '|' .. rev .. '|' .. json)
    changed[#changed + 1] = cjson.encode(key) .. ':' .. json
    removed = removed or json == 'null'
  end
end
if #changed == 0 then return { tostring(old), known and 1 or 0 } end
redis.call('HSET', KEYS[1], '#rev', rev)
if removed then
  local fields = redis.call('HGETALL', KEYS[1])
  for i = 1, #fields, 2 do
    local at = string.match(fields[i + 1], '^%d+|(%d+)|null$')
    if at and tonumber(at) < now - 3600000 then redis.call('HDEL', KEYS[1], fields[i]) end
  end
end
redis.call('SPUBLISH', KEYS[2], '{"state":{"after":' .. string.format('%.0f', old) .. ',"rev":' .. rev .. ',"state":{' .. table.concat(changed, ',') .. '}}}')
return { rev, known and 1 or 0 }
