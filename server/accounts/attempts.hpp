// Limits on what may be tried, per network address and per account (ASVS 5.0 6.3.1). Lives on the HTTP thread, in
// memory: a restart forgets, which only forgives.
//
// Nobody can lock a victim out: an account is never closed. What grows is the wait of one address at one account; an
// account under attack from many addresses lowers the number of free tries of each address from five to one, never to
// none. Only failures count, so that a hospital whose doctors share one address is not slowed by their success.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server::accounts {

// Part of an address that one customer holds: all of IPv4, the first 64 bits of IPv6.
std::string holderOf(std::string_view address);

class Attempts {
 public:
  // 0 = go on; otherwise the seconds to wait. `key` names what is limited ("route|address"); counts the call when
  // allowed.
  unsigned take(std::string_view key, unsigned perMinute, Instant now);
  unsigned takeHourly(std::string_view key, unsigned perHour, Instant now);

  // A password is about to be tried. 0 = go on, and it counts as failed until told otherwise (many at once are many);
  // otherwise the seconds to wait.
  unsigned tryPassword(std::string_view userId, std::string_view address, Instant now);
  // The password was right: what this address failed at this account before is forgiven.
  void passwordRight(std::string_view userId, std::string_view address);

 private:
  struct Track {
    unsigned failures = 0;
    Instant last = 0;
  };
  unsigned take(std::string_view key, unsigned allowance, Instant period, Instant now);
  using Tracks = std::unordered_map<std::string, Track>;

  unsigned waitOf(const std::string& key, unsigned free, Instant longest, Instant now) const;
  void count(const std::string& key, Instant now);
  void takeBack(const std::string& key);
  bool underAttack(std::string_view userId, Instant now) const;

  Tracks tracks_;
  std::unordered_map<std::string, Instant> spent_;  // key → when its allowance will be whole again
};

}  // namespace senkoi::server::accounts
