// What every handler may use; made once in main, lives on the HTTP thread, owns nothing.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "server/base/clock.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server {

namespace store {
class Store;
class Readers;
class ImportProgress;
class Writer;
}  // namespace store
namespace snapshot {
class Snapshot;
}
namespace accounts {
class PasswordHasher;
class Sessions;
class StaffSessions;
class RateLimiter;
class LoginThrottle;
class Secrets;
}  // namespace accounts
namespace live {
class SeatBroadcaster;
}
namespace mail {
class QueueStatus;
}
namespace demo {
class DemoEnvironment;
}

struct Services {
  const Configuration& configuration;
  Clock clock;
  store::Store& reader;     // HTTP thread's own connection, reads only: what is found by a key
  store::Readers& readers;  // beside the HTTP thread: lists, files, searches
  store::Readers& imports;  // the same for tables of a hundred thousand rows, one after the other
  store::ImportProgress& importProgress;
  store::Writer& writer;         // co_await writer.run([&](store::Store&) {...}): answers after the durable commit
  snapshot::Snapshot& snapshot;  // public figures and catalogue, whole responses cached
  accounts::PasswordHasher& passwords;               // Argon2id on a bounded pool
  accounts::Sessions& sessions;                      // cookie → user ID
  accounts::StaffSessions& staffSessions;            // cookie → member of staff
  live::SeatBroadcaster& seats;                      // told to directors as they change
  accounts::RateLimiter& limiter;                    // what one address may ask, and letters to one mailbox
  accounts::LoginThrottle& throttle;                 // tries of passwords, per account and address
  const accounts::Secrets& secrets;                  // server key and random source: tokens, user IDs
  const mail::QueueStatus& mailQueue;                // whether letters go out
  demo::DemoEnvironment* demoEnvironment = nullptr;  // movable clock and readable mails; null in production
  // Where the audit log ends is told outside the database, and why now (reliability 41); empty in tests.
  std::function<void(std::string_view when)> tellAuditHead = {};
};

}  // namespace senkoi::server
