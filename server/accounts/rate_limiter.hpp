// How often something may be done in a minute or an hour, per network address and per named thing (ASVS 5.0 2.4.1).
// Lives on the HTTP thread, in memory: a restart forgets, which only forgives. Bounded memory, constant time, and full
// it limits still (bounded_table.hpp).
#pragma once

#include <compare>
#include <string_view>

#include "server/accounts/bounded_table.hpp"
#include "server/accounts/keyed_digest.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server::accounts {

class RateLimiter {
 public:
  explicit RateLimiter(
      std::size_t capacity = Table::usualCapacity);  // keys of each kind that are counted by themselves

  // 0 = go on; otherwise the seconds to wait. Counts the call when allowed. `key` names what is limited
  // ("route|origin"). An allowance of 0 is unlimited.
  unsigned take(std::string_view key, unsigned perMinute, Instant now);
  unsigned takeHourly(std::string_view key, unsigned perHour, Instant now);

  // The same for calls of `route` from an address. IPv6: so many from a /64, four times as many from its /56, sixteen
  // times from its /48. What the wider network has used up costs the narrower nothing, and takes no memory.
  unsigned takeFrom(std::string_view route, std::string_view address, unsigned perMinute, Instant now);

  bool isSharing() const { return minutes_.isSharing() || wide_.isSharing() || hours_.isSharing(); }
  std::uint64_t visits() const { return minutes_.visits() + wide_.visits() + hours_.visits(); }

 private:
  // A bucket that holds one period's allowance, as the one instant at which it will be full again (GCRA).
  struct Bucket {
    Instant full = 0;
    void refresh(Instant now, Instant period) {
      if (full < now || full > now + period) full = now;  // or the clock went back
    }
    auto operator<=>(const Bucket&) const = default;
  };
  using Table = BoundedTable<Bucket>;

  static unsigned waitOf(Table& table, std::uint64_t key, Instant each, Instant period, Instant now);
  static void spend(Table& table, std::uint64_t key, Instant each, Instant period, Instant now);
  unsigned take(Table& table, std::string_view key, unsigned allowance, Instant period, Instant now);

  KeyedDigest digest_;
  Table minutes_, wide_, hours_;
};

}  // namespace senkoi::server::accounts
