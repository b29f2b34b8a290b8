-- wrk -s addresses.lua ORIGIN -- FILE PAUSE_MS: asks for the addresses in FILE by turns, as a browser does, and ends with
-- one line of JSON. With a pause, each connection waits so long before it asks again.
local requests, turn, pause = {}, 0, 0

local threads = 0
function setup(thread)
  thread:set("first", threads)
  threads = threads + 1
end

function init(args)
  pause = tonumber(args[2])
  for address in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", address, {
      ["Host"] = wrk.headers["Host"],
      ["Accept-Encoding"] = args[3],
    })
  end
  -- Threads begin at different places of the list.
  turn = first * math.floor(#requests / 2)
  if pause == 0 then delay = nil end
end

function delay()
  return pause
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "bytes": %d, "broken": %d, "status": %d, "timeout": %d, "medianMs": %f, "p99Ms": %f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.connect + errors.read + errors.write,
    errors.status, errors.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
