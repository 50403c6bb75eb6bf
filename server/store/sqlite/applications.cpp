// Apply, withdraw, switch (M3.5, M4.1, M5.3): core's workflow decides over the facts loaded here.
#include <algorithm>

#include "server/store/sqlite/application_columns.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {
namespace {

std::string selectApplications(std::string_view condition) {
  return "SELECT " + std::string{applicationColumns} + " FROM application WHERE " + std::string{condition};
}

Facts programFacts(const std::string& facility, const std::string& name, int round) {
  return {{"program", name}, {"facility", facility}, {"round", std::to_string(round)}};
}

std::string route(std::int64_t program, int round) {
  return "program " + std::to_string(program) + " round " + std::to_string(round);
}

}  // namespace

std::vector<workflow::PastApplication> SqliteStore::Applicant::past() const {
  std::vector<workflow::PastApplication> past;
  past.reserve(applications.size());
  for (const Application& one : applications) past.push_back({one.round, one.state});
  return past;
}

const Application* SqliteStore::Applicant::find(std::int64_t id) const {
  const auto found = std::ranges::find(applications, id, &Application::id);
  return found == applications.end() ? nullptr : &*found;
}

Facts SqliteStore::Applicant::facts() const {
  return {{"user_id", userId}, {"family_name", familyName}, {"given_name", givenName}};
}

std::vector<Application> SqliteStore::applications(std::string_view userId) {
  return applications(userId, database_.number("SELECT max(start_year) FROM season").value_or(0));
}

std::vector<Application> SqliteStore::applications(std::string_view userId, std::int64_t startYear) {
  static const std::string sql = selectApplications("user_id = $1 AND start_year = $2 ORDER BY id");
  std::vector<Application> found;
  auto rows = database_.query(sql, userId, startYear);
  while (rows.next()) found.push_back(readApplication(rows));
  return found;
}

std::vector<Application> SqliteStore::applicationsOf(std::int64_t program) {
  static const std::string sql = selectApplications("program = $1 ORDER BY id");
  std::vector<Application> found;
  auto rows = database_.query(sql, program);
  while (rows.next()) found.push_back(readApplication(rows));
  return found;
}

std::optional<Application> SqliteStore::applicationById(std::int64_t id) {
  static const std::string sql = selectApplications("id = $1");
  auto rows = database_.query(sql, id);
  if (!rows.next()) return std::nullopt;
  return readApplication(rows);
}

std::optional<SqliteStore::Applicant> SqliteStore::applicant(std::string_view userId) {
  std::optional<Applicant> found;
  {
    auto rows = database_.query(
        "SELECT user_id, mail, family_name, given_name, language, field FROM account WHERE user_id = $1", userId);
    if (!rows.next()) return std::nullopt;
    found = Applicant{rows.string(0),
                      rows.string(1),
                      rows.string(2),
                      rows.string(3),
                      languageOf(rows.text(4)).value_or(Language::ja),
                      rows.as<Field>(5),
                      {}};
  }
  found->applications = applications(userId, presentSeason().startYear);
  return found;
}

std::optional<SqliteStore::Offer> SqliteStore::offer(std::int64_t program) {
  auto rows = database_.query(
      "SELECT id, field, prefecture, facility, name, CASE WHEN closed_at IS NULL THEN rounds ELSE 0 END FROM program"
      " WHERE id = $1 AND start_year = $2",
      program, presentSeason().startYear);
  if (!rows.next()) return std::nullopt;
  return Offer{rows.integer(0), rows.as<Field>(1), rows.as<Prefecture>(2),
               rows.string(3),  rows.string(4),    static_cast<std::uint8_t>(rows.integer(5))};
}

workflow::Target SqliteStore::target(const Applicant& applicant, const Offer& offer, Instant now) {
  const int number = workflow::present(presentSeason(), now).round;
  const workflow::Round* const round = workflow::findRound(presentSeason(), number);
  const bool recruits =
      round != nullptr && (offer.rounds >> (number - 1) & 1) != 0 && round->recruits({offer.field, offer.prefecture});
  return {applicant.field == offer.field, recruits, false};
}

Outcome<Application> SqliteStore::apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey,
                                        Instant now, const Actor& actor) {
  const std::string request = "apply " + std::to_string(program);
  if (auto known = answered(userId, idempotencyKey, request)) return *known;
  const auto who = applicant(userId);
  if (!who) return Code::notFound;
  const auto wanted = offer(program);
  if (!wanted) return Code::programUnknown;
  const Code code = workflow::mayApply(presentSeason(), now, who->past(), target(*who, *wanted, now));
  if (code != Code::ok) return code;
  const Application made = insertApplication(*who, *wanted, now);
  remember(idempotencyKey, request, made);
  tell(LetterKind::applied, *who, programFacts(wanted->facility, wanted->name, made.round), now);
  note(now, actor, "applied", std::to_string(made.id), route(program, made.round));
  return made;
}

Outcome<Application> SqliteStore::withdraw(std::string_view userId, std::int64_t application, Instant now,
                                           const Actor& actor) {
  const auto who = applicant(userId);
  const Application* const present = who ? who->find(application) : nullptr;
  if (present == nullptr) return Code::notFound;
  const Code code = workflow::mayWithdraw(presentSeason(), now, who->past());
  if (code != Code::ok) return code;
  if (present->state != workflow::State::applied) return Code::noApplication;  // another one is the live one
  const auto left = offer(present->program);
  if (!left) return Code::programUnknown;
  const Application moved = move(*present, workflow::State::withdrawn, now);
  tell(LetterKind::withdrawn, *who, programFacts(left->facility, left->name, moved.round), now);
  note(now, actor, "withdrawn", std::to_string(moved.id), route(moved.program, moved.round));
  return moved;
}

Outcome<Application> SqliteStore::switchTo(std::string_view userId, std::int64_t application, std::int64_t program,
                                           std::string_view idempotencyKey, Instant now, const Actor& actor) {
  const std::string request = "switch " + std::to_string(application) + " " + std::to_string(program);
  if (auto known = answered(userId, idempotencyKey, request)) return *known;
  const auto who = applicant(userId);
  const Application* const present = who ? who->find(application) : nullptr;
  if (present == nullptr) return Code::notFound;
  const auto left = offer(present->program), wanted = offer(program);
  if (!left || !wanted) return Code::programUnknown;
  workflow::Target aim = target(*who, *wanted, now);
  aim.sameAsNow = program == present->program;
  const Code code = workflow::maySwitch(presentSeason(), now, who->past(), aim);
  if (code != Code::ok) return code;
  if (present->state != workflow::State::applied) return Code::noApplication;
  move(*present, workflow::State::withdrawn, now);
  const Application made = insertApplication(*who, *wanted, now);
  remember(idempotencyKey, request, made);
  Facts facts = programFacts(wanted->facility, wanted->name, made.round);
  facts.emplace_back("from_program", left->name);
  facts.emplace_back("from_facility", left->facility);
  tell(LetterKind::switched, *who, std::move(facts), now);
  note(now, actor, "switched", std::to_string(made.id),
       route(program, made.round) + " from application " + std::to_string(application));
  return made;
}

Application SqliteStore::insertApplication(const Applicant& applicant, const Offer& offer, Instant now) {
  const int round = workflow::present(presentSeason(), now).round;
  database_.run(
      "INSERT INTO application (user_id, start_year, round, program, state, applied_at, changed_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $6)",
      applicant.userId, presentSeason().startYear, round, offer.id, name(workflow::State::applied), now);
  changes_.push_back({offer.id, round, std::nullopt, workflow::State::applied});
  return {database_.lastId(), applicant.userId, round, offer.id, workflow::State::applied, now, now};
}

Application SqliteStore::move(Application application, workflow::State to, Instant now) {
  database_.run("UPDATE application SET state = $2, changed_at = $3 WHERE id = $1", application.id, name(to), now);
  changes_.push_back({application.program, application.round, application.state, to});
  application.state = to;
  application.changedAt = now;
  return application;
}

// Answers only when this very request was carried out before: as it was answered then.
std::optional<Outcome<Application>> SqliteStore::answered(std::string_view userId, std::string_view key,
                                                          std::string_view request) {
  if (key.empty()) return std::nullopt;
  std::int64_t id = 0;
  {
    auto rows = database_.query("SELECT request, application FROM remembered_answer WHERE user_id = $1 AND key = $2",
                                userId, key);
    if (!rows.next()) return std::nullopt;
    if (rows.text(0) != request) return Outcome<Application>{Code::idempotencyKeyReused};
    id = rows.integer(1);
  }
  auto application = applicationById(id);
  if (!application) return std::nullopt;
  application->state = workflow::State::applied;
  application->changedAt = application->appliedAt;
  return Outcome<Application>{*application};
}

void SqliteStore::remember(std::string_view key, std::string_view request, const Application& application) {
  if (key.empty()) return;
  database_.run("INSERT INTO remembered_answer (user_id, key, request, application, at) VALUES ($1, $2, $3, $4, $5)",
                application.userId, key, request, application.id, application.appliedAt);
}

void SqliteStore::tell(LetterKind kind, const Applicant& applicant, Facts more, Instant now) {
  Facts facts = applicant.facts();
  std::ranges::move(more, std::back_inserter(facts));
  queueLetter(kind, {applicant.userId, applicant.mail, applicant.language}, facts, now);
}

}  // namespace senkoi::server::store::sqlite
