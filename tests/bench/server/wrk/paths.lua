-- wrk -s paths.lua ORIGIN -- FILE: reads the paths of a file, a line each, over and over.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "report.lua")
local requests, at = {}, 0

function init(arguments)
  for path in io.lines(arguments[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  report(summary.requests, failed, summary.duration / 1e6, latency)
end
