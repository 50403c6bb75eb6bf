#include "server/accounts/login_throttle.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "server/base/clock.hpp"
#include "server/base/network.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant forgiven = hour;  // a failure this old counts no more
constexpr unsigned freeTries = 5;   // at one account from one network
constexpr unsigned freeTriesUnderAttack = 1;
constexpr unsigned attack = 50;                   // failures at one account from everywhere
constexpr Instant longestOfAddress = 2 * second;  // a hospital's doctors share theirs with whoever attacks from there
constexpr Instant longestShared = 8 * second;     // of a counter that others may have filled

struct Width {
  Instant longest;     // wait of a network at one account
  unsigned freeTries;  // at all accounts
};
constexpr std::array<Width, 3> widths{{{15 * minute, 50}, {5 * minute, 100}, {1 * minute, 200}}};

}  // namespace

LoginThrottle::LoginThrottle(std::size_t capacity)
    : pairs_(forgiven, capacity),
      accounts_(forgiven, capacity),
      addresses_(forgiven, capacity),
      known_(0, capacity) {}  // full, it forgets the one that was away for longest: that only makes somebody wait

LoginThrottle::Keys LoginThrottle::keysOf(std::string_view userId, std::string_view address) const {
  Keys keys{digest_(userId), {}, {}};
  for (const std::string& network : customerNetworks(address)) {
    keys.addresses.push_back(digest_(network));
    keys.pairs.push_back(digest_(std::string(userId).append(1, '\n').append(network)));
  }
  return keys;
}

// After the free tries the wait doubles from one second with each failure.
unsigned LoginThrottle::waitOf(Table& table, std::uint64_t key, unsigned free, Instant longest, Instant now) {
  const auto [failures, isShared] = table.read(key, now);
  if (failures.count < free) return 0;
  const Instant doubled = second << std::min(failures.count - free, 20U);
  const Instant until = failures.last + std::min({doubled, longest, isShared ? longestShared : longest});
  return until > now ? wholeSeconds(until - now) : 0;
}

unsigned LoginThrottle::tryPassword(std::string_view userId, std::string_view address, Instant now) {
  const Keys keys = keysOf(userId, address);
  const bool isAttacked = accounts_.read(keys.account, now).value.count >= attack;
  const unsigned free = isAttacked ? freeTriesUnderAttack : freeTries;
  unsigned wait = waitOf(pairs_, keys.pairs.front(), free, widths.front().longest, now);
  if (!known_.has(keys.pairs.front())) {  // who has logged in from here before does not wait for others' failures
    for (std::size_t i = 0; i < keys.pairs.size(); ++i) {
      wait = std::max(wait, waitOf(pairs_, keys.pairs[i], free, widths.at(i).longest, now));
      wait = std::max(wait, waitOf(addresses_, keys.addresses[i], widths.at(i).freeTries, longestOfAddress, now));
    }
  }
  if (wait != 0) return wait;
  const auto count = [now](Failures& failures) { failures = {failures.count + 1, now}; };
  accounts_.change(keys.account, now, count);
  for (const std::uint64_t pair : keys.pairs) pairs_.change(pair, now, count);
  for (const std::uint64_t network : keys.addresses) addresses_.change(network, now, count);
  return 0;
}

void LoginThrottle::takeBack(Table& table, std::uint64_t key, unsigned count, Instant now) {
  const unsigned own = table.read(key, now).isShared ? 1 : count;
  table.change(key, now, [own](Failures& failures) { failures.count -= std::min(failures.count, own); });
  if (table.read(key, now).value.count == 0) table.erase(key);
}

// In the wider networks, too, what the narrowest failed here; what others failed there stays.
void LoginThrottle::passwordRight(std::string_view userId, std::string_view address, Instant now) {
  const Keys keys = keysOf(userId, address);
  const unsigned failed = pairs_.read(keys.pairs.front(), now).value.count;
  for (const std::uint64_t pair : keys.pairs) takeBack(pairs_, pair, failed, now);
  for (const std::uint64_t network : keys.addresses) takeBack(addresses_, network, 1, now);
  takeBack(accounts_, keys.account, 1, now);
  known_.change(keys.pairs.front(), now, [](Known&) {});
}

}  // namespace senkoi::server::accounts
