#include "server/accounts/sessions.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <vector>

#include "server/accounts/secrets.hpp"
#include "server/log.hpp"
#include "server/store/writer.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr std::size_t mostKnown = 20'000;
constexpr Instant writtenEvery = minute;

std::string attributes(const Configuration& configuration) {
  return std::string("; Path=/; HttpOnly; SameSite=Lax") + (configuration.https() ? "; Secure" : "");
}

}  // namespace

std::string cookieOf(const Configuration& configuration, std::string_view token) {
  return std::string(configuration.sessionCookie()) + '=' + std::string(token) + attributes(configuration);
}

std::string cookieEnd(const Configuration& configuration) {
  return std::string(configuration.sessionCookie()) + "=; Max-Age=0" + attributes(configuration);
}

Sessions::Sessions(Executor executor, store::Store& reader, store::Writer& writer, SessionLimits limits)
    : executor_(executor), reader_(reader), writer_(writer), limits_(limits) {}

Sessions::Entry* Sessions::entry(const store::Hash& hash) {
  if (const auto known = known_.find(hash); known != known_.end()) return &known->second;
  auto stored = reader_.session(hash);
  if (!stored) return nullptr;
  if (known_.size() >= mostKnown) known_.clear();
  const Instant written = stored->seenAt;
  return &known_.emplace(hash, Entry{std::move(*stored), written}).first->second;
}

// The clock of a demo may stand before the log-in; a session is not older for that.
bool Sessions::live(const store::Session& session, Instant now) const {
  return now < session.seenAt + limits_.idle && now < session.openedAt + limits_.absolute;
}

std::optional<Caller> Sessions::find(std::string_view cookie, Instant now) {
  const auto hash = hashOf(cookie);
  if (!hash) return std::nullopt;
  Entry* const found = entry(*hash);
  if (found == nullptr) return std::nullopt;
  if (!live(found->session, now)) {
    known_.erase(*hash);
    return std::nullopt;
  }
  found->session.seenAt = now;
  if (std::abs(now - found->written) >= writtenEvery) {
    found->written = now;
    boost::asio::co_spawn(executor_, writeDown(*hash, now), boost::asio::detached);
  }
  return Caller{found->session.userId, *hash};
}

// Worth no failed request: at worst the session ends early after a restart.
Async<void> Sessions::writeDown(store::Hash hash, Instant now) {
  try {
    co_await writer_.run([&](store::Store& store) { store.touchSession(hash, now); });
  } catch (const std::exception& failure) {
    log::warn("session_not_touched", {{"why", failure.what()}});
  }
}

Async<void> Sessions::carry(Instant to) {
  std::vector<store::Hash> carried;
  for (auto& [hash, entry] : known_) {
    entry.session.seenAt = entry.written = to;
    carried.push_back(hash);
  }
  co_await writer_.run([&](store::Store& store) {
    for (const store::Hash& hash : carried) store.touchSession(hash, to);
  });
}

void Sessions::forget(const store::Hash& hash) {
  known_.erase(hash);
}

}  // namespace senkoi::server::accounts
