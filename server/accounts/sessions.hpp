// Who is logged in: from the cookie's token to the user ID (17, 18). The store keeps the sessions, by the token's
// SHA-256; a bounded copy in memory spares the look-up. A session ends after so long without a request, and so long
// after log-in whatever happens (ASVS 5.0 7.3). Lives on the HTTP thread.
//
// Use is written down once a minute at most: after a restart a session may count as idle a minute too early, never too
// late.
#pragma once

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/async.hpp"
#include "server/call.hpp"
#include "server/configuration.hpp"
#include "server/store/store.hpp"

namespace senkoi::server::store {
class Writer;
}

namespace senkoi::server::accounts {

struct SessionLimits {
  Instant idle, absolute;
};

// Values of Set-Cookie.
std::string cookieOf(const Configuration&, std::string_view token);
std::string cookieEnd(const Configuration&);

class Sessions {
 public:
  // What is passed in must outlive it.
  Sessions(Executor, store::Store& reader, store::Writer&, SessionLimits);

  // Nothing for a cookie that is no live session. Counts as use.
  std::optional<Caller> find(std::string_view cookie, Instant now);

  // After the store has ended sessions: one, or whose is not known here.
  void forget(const store::Hash&);
  void forgetAll() { known_.clear(); }

  // For the demo, before its clock moves: every session known here counts as used then.
  Async<void> carry(Instant to);

 private:
  struct Entry {
    store::Session session;
    Instant written;  // the last use that the store knows of
  };
  struct Digest {
    std::size_t operator()(const store::Hash& hash) const {
      std::size_t value;
      std::memcpy(&value, hash.data(), sizeof value);  // already as random as can be
      return value;
    }
  };

  Entry* entry(const store::Hash&);
  bool live(const store::Session&, Instant now) const;
  Async<void> writeDown(store::Hash, Instant now);

  Executor executor_;
  store::Store& reader_;
  store::Writer& writer_;
  SessionLimits limits_;
  std::unordered_map<store::Hash, Entry, Digest> known_;
};

}  // namespace senkoi::server::accounts
