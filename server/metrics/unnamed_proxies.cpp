#include "server/metrics/unnamed_proxies.hpp"

#include "server/base/log.hpp"

namespace senkoi::server::metrics {

void UnnamedProxies::forwarded(const std::string& peer) {
  if (++requests_ > 1) return;
  log::warn("unnamed_proxy",
            {{"peer", peer},
             {"why",
              "its requests bring X-Forwarded-For, which counts only from proxies that --proxies names: all who "
              "come through it are limited as one. If it is your proxy, set --proxies=" +
                  peer}});
}

}  // namespace senkoi::server::metrics
