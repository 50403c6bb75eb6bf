#include "server/accounts/rate_limiter.hpp"

#include <ranges>
#include <string>
#include <vector>

#include "server/base/clock.hpp"
#include "server/base/network.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr unsigned narrower = 4;  // times as much for the next wider network

std::string keyOf(std::string_view route, std::string_view network) {
  return std::string(route).append(1, '|').append(network);
}

}  // namespace

RateLimiter::RateLimiter(std::size_t capacity)
    : minutes_(minute, capacity), wide_(minute, capacity), hours_(hour, capacity) {}

unsigned RateLimiter::waitOf(Table& table, std::uint64_t key, Instant each, Instant period, Instant now) {
  const Instant over = table.read(key, now).value.full + each - now - period;
  return over > 0 ? wholeSeconds(over) : 0;
}

void RateLimiter::spend(Table& table, std::uint64_t key, Instant each, Instant period, Instant now) {
  table.change(key, now, [&](Bucket& bucket) { bucket.full = std::min(bucket.full + each, now + period); });
}

unsigned RateLimiter::take(Table& table, std::string_view key, unsigned allowance, Instant period, Instant now) {
  if (allowance == 0) return 0;
  const std::uint64_t digest = digest_(key);
  const Instant each = period / allowance;
  if (const unsigned wait = waitOf(table, digest, each, period, now); wait != 0) return wait;
  spend(table, digest, each, period, now);
  return 0;
}

unsigned RateLimiter::take(std::string_view key, unsigned perMinute, Instant now) {
  return take(minutes_, key, perMinute, minute, now);
}

unsigned RateLimiter::takeHourly(std::string_view key, unsigned perHour, Instant now) {
  return take(hours_, key, perHour, hour, now);
}

unsigned RateLimiter::takeFrom(std::string_view route, std::string_view address, unsigned perMinute, Instant now) {
  if (perMinute == 0) return 0;
  struct Count {
    Table& table;
    std::uint64_t key;
    Instant each;
  };
  std::vector<Count> counts;
  unsigned allowance = perMinute;
  for (const std::string& network : customerNetworks(address)) {
    counts.push_back({counts.empty() ? minutes_ : wide_, digest_(keyOf(route, network)), minute / allowance});
    allowance *= narrower;
  }
  for (const Count& count : counts) {
    if (const unsigned wait = waitOf(count.table, count.key, count.each, minute, now); wait != 0) return wait;
  }
  for (const Count& count : counts) spend(count.table, count.key, count.each, minute, now);
  return 0;
}

}  // namespace senkoi::server::accounts
