#include "server/accounts/attempts.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "server/base/clock.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant forgiven = 60 * minute;  // a failure this old counts no more
constexpr Instant longestWait = 15 * minute;
constexpr unsigned freeTries = 5;  // at one account from one address
constexpr unsigned freeTriesUnderAttack = 1;
constexpr unsigned attack = 50;                   // failures at one account from everywhere
constexpr unsigned freeTriesOfAddress = 50;       // at all accounts from one address
constexpr Instant longestOfAddress = 2 * second;  // a hospital's doctors share theirs with whoever attacks from there
constexpr std::size_t mostTracks = 100'000;

std::string pairKey(std::string_view userId, std::string_view holder) {
  return "p|" + std::string(userId) + '|' + std::string(holder);
}
std::string accountKey(std::string_view userId) {
  return "u|" + std::string(userId);
}
// Who has logged in from here before does not wait for others' failures.
std::string knownKey(std::string_view userId, std::string_view holder) {
  return "k|" + std::string(userId) + '|' + std::string(holder);
}
std::string addressKey(std::string_view holder) {
  return "a|" + std::string(holder);
}

// Makes room: what is over goes first, then anything, so that memory stays bounded whatever comes.
template <class Map, class Over>
void makeRoom(Map& map, Over over) {
  if (map.size() < mostTracks) return;
  std::erase_if(map, over);
  while (map.size() >= mostTracks) map.erase(map.begin());
}

}  // namespace

std::string holderOf(std::string_view address) {
  const std::string text(address);
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  const bool mapped = std::all_of(bytes.begin(), bytes.begin() + 10, [](unsigned char b) { return b == 0; }) &&
                      bytes[10] == 0xFF && bytes[11] == 0xFF;
  if (!mapped) std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> out{};
  inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
  return out.data();
}

unsigned Attempts::take(std::string_view key, unsigned perMinute, Instant now) {
  return take(key, perMinute, minute, now);
}

unsigned Attempts::takeHourly(std::string_view key, unsigned perHour, Instant now) {
  return take(key, perHour, 60 * minute, now);
}

// A bucket that holds one period's allowance, kept as the one instant at which it will be full again (GCRA).
unsigned Attempts::take(std::string_view key, unsigned allowance, Instant period, Instant now) {
  if (allowance == 0) return 0;
  makeRoom(spent_, [now](const auto& entry) { return entry.second <= now; });
  const Instant each = period / allowance;
  Instant& full = spent_.try_emplace(std::string(key), now).first->second;
  if (full > now + period) full = now;  // the clock went back
  const Instant next = std::max(full, now) + each;
  if (next - now > period) return wholeSeconds(next - now - period);
  full = next;
  return 0;
}

// After the free tries the wait doubles from one second with each failure.
unsigned Attempts::waitOf(const std::string& key, unsigned free, Instant longest, Instant now) const {
  const auto found = tracks_.find(key);
  if (found == tracks_.end() || found->second.failures < free || found->second.last + forgiven <= now ||
      found->second.last > now)
    return 0;
  const unsigned doublings = std::min(found->second.failures - free, 20U);
  const Instant until = found->second.last + std::min(second << doublings, longest);
  return until > now ? wholeSeconds(until - now) : 0;
}

bool Attempts::underAttack(std::string_view userId, Instant now) const {
  const auto found = tracks_.find(accountKey(userId));
  return found != tracks_.end() && found->second.failures >= attack && found->second.last + forgiven > now;
}

unsigned Attempts::tryPassword(std::string_view userId, std::string_view address, Instant now) {
  makeRoom(tracks_, [now](const auto& entry) { return entry.second.last + forgiven <= now; });
  const std::string holder = holderOf(address);
  const unsigned free = underAttack(userId, now) ? freeTriesUnderAttack : freeTries;
  unsigned wait = waitOf(pairKey(userId, holder), free, longestWait, now);
  if (tracks_.count(knownKey(userId, holder)) == 0)
    wait = std::max(wait, waitOf(addressKey(holder), freeTriesOfAddress, longestOfAddress, now));
  if (wait != 0) return wait;
  count(pairKey(userId, holder), now);
  count(accountKey(userId), now);
  count(addressKey(holder), now);
  return 0;
}

void Attempts::count(const std::string& key, Instant now) {
  Track& track = tracks_[key];
  if (track.last + forgiven <= now) track.failures = 0;
  ++track.failures;
  track.last = now;
}

void Attempts::takeBack(const std::string& key) {
  const auto found = tracks_.find(key);
  if (found != tracks_.end() && --found->second.failures == 0) tracks_.erase(found);
}

void Attempts::passwordRight(std::string_view userId, std::string_view address) {
  const std::string holder = holderOf(address);
  if (const auto tried = tracks_.find(pairKey(userId, holder)); tried != tracks_.end()) {
    tracks_[knownKey(userId, holder)] = {0, tried->second.last};
    tracks_.erase(pairKey(userId, holder));
  }
  takeBack(accountKey(userId));
  takeBack(addressKey(holder));
}

}  // namespace senkoi::server::accounts
