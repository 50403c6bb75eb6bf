-- wrk -s once.lua ORIGIN -- FILE: sends each request of a file once, and ends when all have been sent: what is then under way counts
-- nowhere. A line: method, path, headers ("name: value|name: value"), body, with tabs between.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "report.lua")
local requests, at, threads = {}, -1, {} -- wrk asks for one request before it begins, to look at it
answered, failed, began, ended = 0, 0, 0, 0

function setup(thread) threads[#threads + 1] = thread end

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, fields, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = {}
    for name, value in fields:gmatch("([^:|]+): ([^|]+)") do headers[name] = value end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  if at == 0 then began = steady() end
  if at == #requests then
    if ended == 0 then ended = steady() end
    finish()
  end
  at = math.min(at + 1, #requests)
  return requests[at] or requests[1]
end

function response(status)
  if ended > 0 then return end
  answered = answered + 1
  if status >= 300 then failed = failed + 1 end
end

function done(_, latency)
  local thread = threads[1]
  report(thread:get("answered"), thread:get("failed"), thread:get("ended") - thread:get("began"), latency)
end
