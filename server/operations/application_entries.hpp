// What the audit log says of applications: the details of its entries, written here and read here again, so that rows
// can be compared with them (reliability 41).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "server/operations/records.hpp"

namespace senkoi::server::store {

// "program 7 round 1"; at the end of each " kind special" where it is not the ordinary one.
std::string appliedDetail(std::int64_t program, int round, std::string_view kind = {});
std::string switchedDetail(std::int64_t program, int round, std::int64_t from, std::string_view kind = {});
std::string addedDetail(std::int64_t program, int round, workflow::State state, std::string_view kind = {});
// `hold` is a keyed hash of why an application is held and by whom; empty where it is not held.
std::string decidedDetail(workflow::State from, workflow::State to, std::string_view hold);

// The applications as the entries tell them; entries in their order.
class ApplicationsByAudit {
 public:
  struct Told {
    std::string holder;        // empty: not told
    std::int64_t program = 0;  // 0: not told
    int round = 0;
    std::string kind{};  // empty: ordinary
    workflow::State state{};
    Instant appliedAt = 0;  // 0: not told
    Instant changedAt = 0;
    std::string hold;  // empty: not told
  };

  void take(const AuditEntry& entry);
  const Told* find(std::int64_t application) const;
  bool deleted(const std::string& userId) const { return deleted_.contains(userId); }
  const std::map<std::int64_t, Told>& all() const { return told_; }

 private:
  void begin(std::int64_t application, const AuditEntry& entry, bool appliedThen);
  void change(std::int64_t application, workflow::State to, Instant at);

  std::map<std::int64_t, Told> told_;
  std::set<std::string> deleted_;  // user IDs
};

}  // namespace senkoi::server::store
