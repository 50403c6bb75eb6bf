// The release of results by two people (S4, M5.1), and the regional quotas' matches.
#include <unordered_map>

#include "server/operations/office_store.hpp"
#include "server/operations/row_hash.hpp"
#include "server/operations/stored_values.hpp"

namespace senkoi::server::store {

std::optional<Release> OfficeStore::release(int round) {
  const int startYear = year();
  Release found;
  found.round = round;
  {
    static const std::string sql = "SELECT release_needed, announced_at, " + std::string(store::released) +
                                   " FROM round JOIN season USING (start_year) WHERE start_year = $1 AND round = $2";
    auto rows = database().query(sql, startYear, round);
    if (!rows.next()) return std::nullopt;
    found.needed = rows.integer(0) != 0;
    if (!rows.null(1)) found.announcedAt = rows.integer(1);
    found.released = rows.integer(2) != 0;
  }
  {
    auto rows = database().query(
        "SELECT r.staff, s.name, r.at FROM round_release r JOIN staff s ON s.id = r.staff"
        " WHERE r.start_year = $1 AND r.round = $2 ORDER BY r.at, r.staff",
        startYear, round);
    while (rows.next()) found.approvals.push_back({rows.integer(0), rows.string(1), rows.integer(2)});
  }
  countRecipients(found);
  listUndecided(found);
  return found;
}

void OfficeStore::countRecipients(Release& release) {
  static const std::string sql =
      "SELECT a.state, CASE WHEN coalesce(c.mail, '') <> '' THEN c.language END, count(*) FROM application a"
      " LEFT JOIN account c ON c.user_id = a.user_id"
      " WHERE a.start_year = $1 AND a.round = $2 AND a.state IN " +
      statesThat(isCandidate) + " GROUP BY 1, 2 ORDER BY 1, 2";
  auto rows = database().query(sql, year(), release.round);
  while (rows.next()) {
    Release::Recipients some{rows.as<workflow::State>(0), {}, rows.integer(2)};
    if (!rows.null(1)) some.language = rows.as<Language>(1);
    release.recipients.push_back(some);
  }
}

void OfficeStore::listUndecided(Release& release) {
  static const std::string sql =
      "SELECT " + columnList<Program>("p.") +
      ", count(*) FILTER (WHERE a.state = $3), count(*) FILTER (WHERE a.state = $4) FROM application a"
      " JOIN present_program p ON p.id = a.program WHERE a.start_year = $1 AND a.round = $2 AND a.state IN ($3, $4)"
      " GROUP BY p.id HAVING count(*) FILTER (WHERE a.state = $3) > 0 ORDER BY p.field, p.prefecture, p.id";
  auto rows = database().query(sql, year(), release.round, workflow::State::applied, workflow::State::held);
  constexpr int next = columnCount<Program>;
  while (rows.next())
    release.undecided.push_back({readColumns<Program>(rows), rows.integer(next), rows.integer(next + 1)});
}

std::vector<Recipient> OfficeStore::recipients(int round) {
  static const std::string sql =
      "SELECT c.user_id, c.family_name, c.given_name, c.mail, c.language, a.state, p.field, p.prefecture, p.facility,"
      " p.name FROM application a JOIN account c ON c.user_id = a.user_id JOIN present_program p ON p.id = a.program"
      " WHERE a.start_year = $1 AND a.round = $2 AND c.mail <> '' AND a.state IN " +
      statesThat(isCandidate) + " ORDER BY a.id";
  std::vector<Recipient> found;
  auto rows = database().query(sql, year(), round);
  while (rows.next()) {
    found.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.as<Language>(4),
                     rows.as<workflow::State>(5), rows.as<Field>(6), rows.as<Prefecture>(7), rows.string(8),
                     rows.string(9)});
  }
  return found;
}

void OfficeStore::noteRecipientsViewed(int round, std::size_t recipients, Instant now, const Actor& actor) {
  whole_.appendAudit(now, actor, "recipients_viewed", std::to_string(round),
                     std::to_string(recipients) + " applicants");
}

Code OfficeStore::approveRelease(int round, std::int64_t staff, Instant now, const Actor& actor) {
  const workflow::Round* const known = findRound(whole_.presentSeason(), round);
  const auto before = release(round);
  if (known == nullptr || !before) return Code::notFound;
  if (const Code code = workflow::mayRelease(*known, before->approvedBy(staff), now); code != Code::ok) return code;
  database().run("INSERT INTO round_release (start_year, round, staff, at) VALUES ($1, $2, $3, $4)", year(), round,
                 staff, now);
  whole_.forgetSeason();
  const bool second = !before->approvals.empty();
  whole_.appendAudit(now, actor, second ? "results_released" : "release_approved", std::to_string(round));
  return Code::ok;
}

Code OfficeStore::takeApprovalBack(int round, std::int64_t staff, Instant now, const Actor& actor) {
  const workflow::Round* const known = findRound(whole_.presentSeason(), round);
  if (known == nullptr) return Code::notFound;
  if (known->released) return Code::alreadyReleased;
  const auto taken = database().run("DELETE FROM round_release WHERE start_year = $1 AND round = $2 AND staff = $3",
                                    year(), round, staff);
  if (taken == 0) return Code::notFound;
  whole_.appendAudit(now, actor, "release_approval_taken_back", std::to_string(round));
  return Code::ok;
}

ImportPlan OfficeStore::planQuota(std::span<const QuotaRow> rows) {
  ImportPlan plan;
  RowHash digest;
  std::unordered_map<std::string_view, std::size_t> seen;  // in which row
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto [other, made] = seen.emplace(rows[row].registryNumber, row);
    if (!made) plan.faults.push_back({row, Code::csvRowTwice, {}, 0, 0, other->second});
    digest.add(rows[row].registryNumber).add(number(rows[row].prefecture));
  }
  plan.added = seen.size();
  plan.digest = digest.end();
  return plan;
}

std::vector<QuotaStep> OfficeStore::quotaSteps(std::span<const QuotaRow> rows) {
  static const std::string sql =
      "SELECT user_id FROM account WHERE registry_number = $1 AND " + std::string(consentingToQuota);
  std::vector<QuotaStep> steps;
  for (const QuotaRow& row : rows) {
    auto found = database().query(sql, row.registryNumber);
    if (found.next()) steps.push_back({found.string(0), row.prefecture});
  }
  return steps;
}

std::size_t OfficeStore::quotaUnmatched() {
  static const std::string sql = "SELECT count(*) FROM account WHERE " + std::string(consentingToQuota) +
                                 " AND user_id NOT IN (SELECT user_id FROM regional_quota_match)";
  return static_cast<std::size_t>(database().number(sql).value_or(0));
}

std::vector<QuotaMatch> OfficeStore::quotaMatches() {
  std::vector<QuotaMatch> matches;
  {
    auto rows = database().query(
        "SELECT a.user_id, a.family_name, a.given_name, a.registry_number, a.field, m.prefecture, m.matched_at"
        " FROM regional_quota_match m JOIN account a ON a.user_id = m.user_id ORDER BY m.prefecture, a.user_id");
    while (rows.next()) {
      matches.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.as<Field>(4),
                         rows.as<Prefecture>(5), rows.integer(6)});
    }
  }
  return matches;
}

void OfficeStore::noteQuotaViewed(std::size_t matches, Instant now, const Actor& actor) {
  whole_.appendAudit(now, actor, "quota_matches_viewed", std::to_string(year()), std::to_string(matches) + " matches");
}

}  // namespace senkoi::server::store
