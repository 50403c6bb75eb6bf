// Requests that bring X-Forwarded-For from a peer that --proxies does not name: where it is the operator's own proxy,
// everybody behind it is limited as one. HTTP thread only.
#pragma once

#include <cstdint>
#include <string>

namespace senkoi::server::metrics {

class UnnamedProxies {
 public:
  void forwarded(const std::string& peer);  // the log says so the first time
  std::uint64_t requests() const { return requests_; }

 private:
  std::uint64_t requests_ = 0;
};

}  // namespace senkoi::server::metrics
