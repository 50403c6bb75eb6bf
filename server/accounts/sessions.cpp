#include "server/accounts/sessions.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <utility>

#include "server/accounts/secrets.hpp"
#include "server/base/log.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr std::size_t mostKnown = 20'000;
constexpr Instant writtenEvery = minute;
constexpr std::size_t writtenTogether = 256;  // between two, others have their turn at the writer

std::string cookie(const Configuration& configuration, std::string_view name, std::string_view token,
                   std::string_view attributes) {
  std::string text(name);
  text.append(1, '=').append(token).append(attributes);
  return text + (configuration.https() ? "; Secure" : "");
}

constexpr std::string_view applicants = "; Path=/; HttpOnly; SameSite=Lax";
constexpr std::string_view staffs = "; Path=/; HttpOnly; SameSite=Strict";
constexpr std::string_view atOnce = "; Max-Age=0";

}  // namespace

std::string cookieOf(const Configuration& configuration, std::string_view token) {
  return cookie(configuration, configuration.sessionCookie(), token, applicants);
}
std::string cookieEnd(const Configuration& configuration) {
  return cookie(configuration, configuration.sessionCookie(), {}, std::string(atOnce).append(applicants));
}
std::string staffCookieOf(const Configuration& configuration, std::string_view token) {
  return cookie(configuration, configuration.staffCookie(), token, staffs);
}
std::string staffCookieEnd(const Configuration& configuration) {
  return cookie(configuration, configuration.staffCookie(), {}, std::string(atOnce).append(staffs));
}

template <class Kind>
LiveSessions<Kind>::LiveSessions(Executor executor, store::Store& reader, store::Writer& writer, SessionLimits limits)
    : executor_(executor), reader_(reader), writer_(writer), limits_(limits) {}

template <class Kind>
typename LiveSessions<Kind>::Entry* LiveSessions<Kind>::entry(const store::Hash& hash) {
  if (const auto known = known_.find(hash); known != known_.end()) return &known->second;
  auto stored = Kind::read(reader_, hash);
  if (!stored) return nullptr;
  if (known_.size() >= mostKnown) known_.clear();
  const Instant written = stored->seenAt;
  return &known_.emplace(hash, Entry{std::move(*stored), written}).first->second;
}

// The clock of a demo may stand before the log-in; a session is not older for that.
template <class Kind>
typename LiveSessions<Kind>::Entry* LiveSessions<Kind>::liveEntry(const store::Hash& hash, Instant now) {
  Entry* const found = entry(hash);
  if (found == nullptr) return nullptr;
  const auto& session = found->session;
  if (now < session.seenAt + limits_.idle && now < session.openedAt + limits_.absolute) return found;
  known_.erase(hash);
  return nullptr;
}

template <class Kind>
std::optional<typename Kind::Found> LiveSessions<Kind>::find(std::string_view cookie, Instant now) {
  const auto hash = hashOf(cookie);
  Entry* const found = hash ? liveEntry(*hash, now) : nullptr;
  if (found == nullptr) return std::nullopt;
  found->session.seenAt = now;
  if (std::abs(now - found->written) >= writtenEvery) {
    found->written = now;
    writeDownSoon(*hash, now);
  }
  return Kind::found(found->session, *hash);
}

template <class Kind>
bool LiveSessions<Kind>::lives(const store::Hash& hash, Instant now) {
  return liveEntry(hash, now) != nullptr;
}

template <class Kind>
void LiveSessions<Kind>::writeDownSoon(const store::Hash& session, Instant now) {
  used_.push_back({session, now});
  if (!std::exchange(writing_, true)) boost::asio::co_spawn(executor_, writeDown(), boost::asio::detached);
}

// Worth no failed request: at worst a session ends early after a restart.
template <class Kind>
Async<void> LiveSessions<Kind>::writeDown() {
  while (!used_.empty()) {
    const auto first = used_.end() - static_cast<std::ptrdiff_t>(std::min(used_.size(), writtenTogether));
    const std::vector<Use> uses(first, used_.end());
    used_.erase(first, used_.end());
    try {
      co_await writer_.run([&](store::Store& store) {
        for (const Use& use : uses) Kind::touch(store, use.session, use.at);
      });
    } catch (const std::exception& failure) {
      log::warn("sessions_not_touched", {{"why", failure.what()}});
    }
  }
  writing_ = false;
}

template <class Kind>
Async<void> LiveSessions<Kind>::carry(Instant to) {
  std::vector<store::Hash> carried;
  for (auto& [hash, entry] : known_) {
    entry.session.seenAt = entry.written = to;
    carried.push_back(hash);
  }
  co_await writer_.run([&](store::Store& store) {
    for (const store::Hash& hash : carried) Kind::touch(store, hash, to);
  });
}

template <class Kind>
void LiveSessions<Kind>::forget(const store::Hash& hash) {
  known_.erase(hash);
}

template class LiveSessions<OfApplicants>;
template class LiveSessions<OfStaff>;

}  // namespace senkoi::server::accounts
