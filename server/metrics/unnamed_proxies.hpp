// Requests that bring X-Forwarded-For from a peer that --proxies does not name: where it is the operator's own proxy,
// everybody behind it is limited as one. HTTP thread only.
#pragma once

#include <cstdint>
#include <string>

#include "server/base/log.hpp"

namespace senkoi::server::metrics {

class UnnamedProxies {
 public:
  // The log says so the first time.
  void forwarded(const std::string& peer) {
    if (++requests_ > 1) return;
    log::warn("unnamed_proxy",
              {{"peer", peer},
               {"why",
                "its requests bring X-Forwarded-For, which counts only from proxies that --proxies names: all who "
                "come through it are limited as one. If it is your proxy, set --proxies=" +
                    peer}});
  }
  std::uint64_t requests() const { return requests_; }

 private:
  std::uint64_t requests_ = 0;
};

}  // namespace senkoi::server::metrics
