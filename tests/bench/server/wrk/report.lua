-- What the other scripts here share: a clock, an end before wrk's own, and the line of JSON that wrk.js reads.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds, nanoseconds; } instant;
  int clock_gettime(int clock, instant *now);
  int kill(int process, int signal);
  int getpid(void);
]]

local now = ffi.new("instant")

-- Seconds of a clock that only goes forward.
function steady()
  ffi.C.clock_gettime(1, now)
  return tonumber(now.seconds) + tonumber(now.nanoseconds) / 1e9
end

-- As Ctrl-C does.
function finish()
  wrk.thread:stop()
  ffi.C.kill(ffi.C.getpid(), 2)
end

function report(requests, failed, seconds, latency)
  io.write(string.format('RESULT {"requests":%d,"failed":%d,"seconds":%f,"p50":%f,"p99":%f}\n',
    requests, failed, seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
