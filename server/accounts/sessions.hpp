// Who is logged in: from a cookie's token to the applicant, or to the member of staff (17, 18). The store keeps the
// sessions, by the token's SHA-256; a bounded copy in memory spares the look-up. A session ends after so long without a
// request, and so long after log-in whatever happens (ASVS 5.0 7.3). Lives on the HTTP thread.
//
// Use is written down once a minute at most, and not where the writer is too busy: after a restart a session may count
// as idle some minutes too early, never too late. However many are used at once, they take one place in the writer's
// queue: applications wait there.
#pragma once

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/accounts/caller.hpp"
#include "server/base/async.hpp"
#include "server/base/configuration.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {
class Writer;
}

namespace senkoi::server::accounts {

struct SessionLimits {
  Instant idle, absolute;
};

// Values of Set-Cookie. Pages of staff are never led to from another site with the session: SameSite=Strict.
std::string cookieOf(const Configuration&, std::string_view token);
std::string cookieEnd(const Configuration&);
std::string staffCookieOf(const Configuration&, std::string_view token);
std::string staffCookieEnd(const Configuration&);

// Where sessions of a kind are kept, and who stands behind one.
struct OfApplicants {
  using Record = store::Session;
  using Found = Caller;
  static std::optional<Record> read(store::Store& store, const store::Hash& token) { return store.session(token); }
  static void touch(store::Store& store, const store::Hash& token, Instant now) { store.touchSession(token, now); }
  static Found found(const Record& record, const store::Hash& token) { return {record.userId, token}; }
};
struct OfStaff {
  using Record = store::StaffSession;
  using Found = StaffCaller;
  static std::optional<Record> read(store::Store& store, const store::Hash& token) {
    return store.staff().session(token);
  }
  static void touch(store::Store& store, const store::Hash& token, Instant now) {
    store.staff().touchSession(token, now);
  }
  static Found found(const Record& record, const store::Hash& token) { return {record.staff, token}; }
};

template <class Kind>
class LiveSessions {
 public:
  // What is passed in must outlive it.
  LiveSessions(Executor, store::Store& reader, store::Writer&, SessionLimits);

  // Nothing for a cookie that is no live session. Counts as use.
  std::optional<typename Kind::Found> find(std::string_view cookie, Instant now);

  // Whether a session that was found is live still, as a stream asks that stays open; no use of it.
  bool lives(const store::Hash&, Instant now);

  // After the store has ended sessions: one, or whose is not known here.
  void forget(const store::Hash&);
  void forgetAll() { known_.clear(); }

  // For the demo, before its clock moves: every session known here counts as used then.
  Async<void> carry(Instant to);

 private:
  struct Entry {
    typename Kind::Record session;
    Instant written;  // the last use that the store knows of
  };
  struct Use {
    store::Hash session;
    Instant at;
  };
  struct Digest {
    std::size_t operator()(const store::Hash& hash) const {
      std::size_t value;
      std::memcpy(&value, hash.data(), sizeof value);  // already as random as can be
      return value;
    }
  };

  Entry* entry(const store::Hash&);
  Entry* liveEntry(const store::Hash&, Instant now);
  void writeDownSoon(const store::Hash&, Instant now);
  Async<void> writeDown();

  Executor executor_;
  store::Store& reader_;
  store::Writer& writer_;
  SessionLimits limits_;
  std::unordered_map<store::Hash, Entry, Digest> known_;
  std::vector<Use> used_;  // to be written down
  bool writing_ = false;
};

class Sessions : public LiveSessions<OfApplicants> {
  using LiveSessions::LiveSessions;
};
class StaffSessions : public LiveSessions<OfStaff> {
  using LiveSessions::LiveSessions;
};

}  // namespace senkoi::server::accounts
