// How often a password may be tried, per account and per network address (ASVS 5.0 6.3.1; reliability 13). Lives on the
// HTTP thread, in memory: a restart forgets, which only forgives. Bounded memory, constant time, and full it slows
// still (bounded_table.hpp, 45).
//
// Nobody can lock a victim out: an account is never closed. What grows is the wait of one address at one account; an
// account under attack from many addresses lowers the number of free tries of each address from five to one, never to
// none. Only failures count, so that a hospital whose doctors share one address is not slowed by their success.
//
// IPv6: the /64, the /56 and the /48 count, each with the same free tries at one account. In a wider network the owner
// may sit as well as the attacker, so its waits are shorter; who has logged in from a /64 before waits for that alone.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/accounts/bounded_table.hpp"
#include "server/accounts/keyed_digest.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server::accounts {

class LoginThrottle {
 public:
  explicit LoginThrottle(std::size_t capacity = Table::usualCapacity);  // of each kind that are counted by themselves

  // A password is about to be tried. 0 = go on, and it counts as failed until told otherwise (many at once are many);
  // otherwise the seconds to wait.
  unsigned tryPassword(std::string_view userId, std::string_view address, Instant now);
  // The password was right: what this address failed at this account before is forgiven.
  void passwordRight(std::string_view userId, std::string_view address, Instant now);

  bool isSharing() const { return pairs_.isSharing() || accounts_.isSharing() || addresses_.isSharing(); }
  std::uint64_t visits() const { return pairs_.visits() + accounts_.visits() + addresses_.visits() + known_.visits(); }

 private:
  struct Failures {
    unsigned count = 0;
    Instant last = 0;
    void refresh(Instant now, Instant forgiven) {
      if (last + forgiven <= now || last > now) *this = {};  // or the clock went back
    }
    auto operator<=>(const Failures&) const = default;
  };
  // An account and a network from where somebody has logged in to it.
  struct Known {
    void refresh(Instant, Instant) {}
    auto operator<=>(const Known&) const = default;
  };
  using Table = BoundedTable<Failures>;

  // The counters that one try belongs to: of the account, and for each network, narrowest first, of the network at the
  // account and at all accounts.
  struct Keys {
    std::uint64_t account;
    std::vector<std::uint64_t> pairs, addresses;
  };

  Keys keysOf(std::string_view userId, std::string_view address) const;
  static unsigned waitOf(Table& table, std::uint64_t key, unsigned free, Instant longest, Instant now);
  static void takeBack(Table& table, std::uint64_t key, unsigned count, Instant now);

  KeyedDigest digest_;
  Table pairs_, accounts_, addresses_;
  BoundedTable<Known> known_;
};

}  // namespace senkoi::server::accounts
