#include "server/operations/audit_verify.hpp"

#include <algorithm>
#include <set>

#include "server/operations/application_entries.hpp"
#include "server/operations/audit_log.hpp"

namespace senkoi::server::store {
namespace {

// Everything read until it ends is of one moment, whatever others append meanwhile.
class OneMoment {
 public:
  explicit OneMoment(Connection& database) : database_(database), mine_(!database.inTransaction()) {
    if (mine_) database_.beginReading();
  }
  ~OneMoment() {
    if (mine_) database_.rollBack();
  }
  OneMoment(const OneMoment&) = delete;
  OneMoment& operator=(const OneMoment&) = delete;

 private:
  Connection& database_;
  bool mine_;
};

class KeptHeads {
 public:
  explicit KeptHeads(std::span<const AuditHead> kept) : missing_(kept.begin(), kept.end()) { see({}); }

  void see(const AuditHead& row) {
    std::erase_if(missing_, [&](const AuditHead& head) { return head.number == row.number && head.hash == row.hash; });
  }
  const std::vector<AuditHead>& missing() const { return missing_; }

 private:
  std::vector<AuditHead> missing_;
};

void checkHead(Connection& database, const RowHash& keyed, AuditReport& report) {
  auto rows = database.query("SELECT number, hash, code FROM audit_head");
  const AuditHead head = rows.next() ? AuditHead{rows.integer(0), rows.hash(1)} : AuditHead{-1, {}};
  report.headBroken = head.number < 0 || !isKeyedHead(keyed, head, rows.hash(2));
  if (report.headBroken)
    report.firstBroken = report.head.number + 1;
  else if (head.number != report.head.number || head.hash != report.head.hash)
    report.firstBroken = std::min(report.head.number, head.number) + 1;
}

class Comparison {
 public:
  Comparison(const ApplicationsByAudit& told, AuditReport& report) : told_(told), report_(report) {}

  void read(Connection& database, const RowHash& keyed) {
    auto rows = database.query(
        "SELECT a.id, a.user_id, a.program, a.round, a.state, a.applied_at, a.changed_at, h.reason, h.owner,"
        " a.start_year IS DISTINCT FROM p.start_year, a.kind FROM application a LEFT JOIN held h ON h.application = "
        "a.id"
        " LEFT JOIN program p ON p.id = a.program ORDER BY a.id");
    while (rows.next()) {
      ++report_.applications;
      seen_.insert(rows.integer(0));
      compare(rows, keyed);
    }
    for (const auto& [id, told] : told_.all()) {
      if (!seen_.contains(id)) report_.beside.push_back({id, "application", std::string{name(told.state)}, "nothing"});
    }
  }

 private:
  void compare(const Rows& row, const RowHash& keyed) {
    const auto* const told = told_.find(row.integer(0));
    if (told == nullptr) return differ(row, "application", "nothing", row.text(4));
    if (row.text(4) != name(told->state)) differ(row, "state", name(told->state), row.text(4));
    if (told->changedAt != row.integer(6)) differ(row, "changed_at", told->changedAt, row.integer(6));
    if (told->appliedAt != 0 && told->appliedAt != row.integer(5))
      differ(row, "applied_at", told->appliedAt, row.integer(5));
    if (told->program != 0 && told->program != row.integer(2)) differ(row, "program", told->program, row.integer(2));
    if (told->program != 0 && told->round != row.integer(3)) differ(row, "round", told->round, row.integer(3));
    if (told->program != 0 && told->kind != row.text(10)) differ(row, "kind", told->kind, row.text(10));
    if (row.integer(9) != 0) differ(row, "start_year", "its program's", "another");
    compareHolder(row, *told);
    compareHold(row, *told, keyed);
  }

  // An application loses its holder with their account alone.
  void compareHolder(const Rows& row, const ApplicationsByAudit::Told& told) {
    if (told.holder.empty()) return;
    const std::string expected = told_.deleted(told.holder) ? std::string{} : told.holder;
    if (row.text(1) != expected) differ(row, "user_id", expected, row.text(1));
  }

  void compareHold(const Rows& row, const ApplicationsByAudit::Told& told, const RowHash& keyed) {
    const bool there = !row.null(7);
    if (told.state != workflow::State::held) {
      if (there) differ(row, "held", "nothing", row.text(8));
      return;
    }
    if (told.hold.empty()) return;
    const auto mark = there ? holdMark(keyed, row.integer(0), row.text(7), row.text(8)) : std::string{};
    if (mark != told.hold) differ(row, "held", "another reason or holder", there ? row.text(8) : "nothing");
  }

  void differ(const Rows& row, std::string_view what, std::string_view log, std::string_view is) {
    report_.beside.push_back({row.integer(0), std::string{what}, std::string{log}, std::string{is}});
  }
  void differ(const Rows& row, std::string_view what, std::int64_t log, std::int64_t is) {
    differ(row, what, std::to_string(log), std::to_string(is));
  }

  const ApplicationsByAudit& told_;
  AuditReport& report_;
  std::set<std::int64_t> seen_;
};

}  // namespace

AuditReport verifyAudit(Connection& database, const RowHash& keyed, std::span<const AuditHead> kept) {
  const OneMoment moment(database);
  AuditReport report;
  ApplicationsByAudit told;
  KeptHeads heads(kept);
  AuditChain chain(database, keyed);
  while (chain.next()) {
    heads.see(chain.last());
    told.take(chain.entry());
  }
  report.head = chain.last();
  report.missing = heads.missing();
  checkHead(database, keyed, report);
  if (chain.broken()) report.firstBroken = chain.last().number + 1;
  if (!report.firstBroken && !report.headBroken) Comparison(told, report).read(database, keyed);
  return report;
}

std::string holdMark(RowHash keyed, std::int64_t application, std::string_view reason, std::string_view owner) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t bytes = 8;
  const Hash whole = keyed.add("hold").add(application).add(reason).add(owner).end();
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) text.append(1, digits[whole[i] >> 4]).append(1, digits[whole[i] & 15]);
  return text;
}

}  // namespace senkoi::server::store
