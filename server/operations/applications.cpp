// Apply, withdraw, switch (M3.5, M4.1, M5.3): core's workflow decides over the facts loaded here.
#include <algorithm>

#include "server/operations/application_entries.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {
namespace {

std::string selectApplications(std::string_view condition) {
  return "SELECT " + columnList<Application>() + " FROM application WHERE " + std::string{condition};
}

}  // namespace

std::vector<workflow::PastApplication> Store::Applicant::past() const {
  std::vector<workflow::PastApplication> past;
  past.reserve(applications.size());
  for (const Application& one : applications) past.push_back({one.round, one.state});
  return past;
}

const Application* Store::Applicant::find(std::int64_t id) const {
  const auto found = std::ranges::find(applications, id, &Application::id);
  return found == applications.end() ? nullptr : &*found;
}

Facts Store::Applicant::facts() const {
  return {{"user_id", userId}, {"family_name", familyName}, {"given_name", givenName}};
}

Facts Store::Offer::facts(int round) const {
  return {{"program", name}, {"facility", facility}, {"round", std::to_string(round)}};
}

std::vector<Application> Store::applications(std::string_view userId) {
  return applications(userId, database_.number("SELECT max(start_year) FROM season").value_or(0));
}

std::vector<Application> Store::applications(std::string_view userId, std::int64_t startYear) {
  static const std::string sql = selectApplications("user_id = $1 AND start_year = $2");
  std::vector<Application> found;
  auto rows = database_.query(sql, userId, startYear);
  while (rows.next()) found.push_back(readColumns<Application>(rows));
  std::ranges::sort(found, {}, &Application::id);  // a handful: sorted here, SQLite would make a table for it
  return found;
}

std::vector<Application> Store::applicationsOf(std::int64_t program) {
  static const std::string sql = selectApplications("program = $1 ORDER BY id");
  std::vector<Application> found;
  auto rows = database_.query(sql, program);
  while (rows.next()) found.push_back(readColumns<Application>(rows));
  return found;
}

std::optional<Application> Store::applicationById(std::int64_t id) {
  static const std::string sql = selectApplications("id = $1");
  auto rows = database_.query(sql, id);
  if (!rows.next()) return std::nullopt;
  return readColumns<Application>(rows);
}

std::optional<Store::Applicant> Store::applicant(std::string_view userId) {
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

std::optional<Store::Offer> Store::offer(std::int64_t program) {
  auto rows = database_.query(
      "SELECT id, field, prefecture, facility, name, CASE WHEN closed_at IS NULL THEN rounds ELSE 0 END, capacity "
      "FROM present_program"
      " WHERE id = $1 AND start_year = $2",
      program, presentSeason().startYear);
  if (!rows.next()) return std::nullopt;
  return Offer{rows.integer(0),
               rows.as<Field>(1),
               rows.as<Prefecture>(2),
               rows.string(3),
               rows.string(4),
               static_cast<std::uint8_t>(rows.integer(5)),
               static_cast<std::uint32_t>(rows.integer(6))};
}

// Which seats of the program are meant (T2). One is enough said where there is but one.
bool Store::chooseOffer(Offer& offer, std::string_view kind) {
  if (seats().present().kinds.empty()) return kind.empty() || kind == rules::ordinaryKind;
  auto offers = seats().offersOf(offer.id, offer.capacity);
  if (kind.empty() && offers.size() != 1) return false;
  const auto chosen = kind.empty() ? offers.begin() : std::ranges::find(offers, kind, &ProgramOffer::kind);
  if (chosen == offers.end()) return false;
  if (chosen->kind != rules::ordinaryKind) offer.kind = chosen->kind;
  return true;
}

workflow::ProgramForApplication Store::target(const Applicant& applicant, const Offer& offer, Instant now) {
  const int number = workflow::present(presentSeason(), now).round;
  const workflow::Round* const round = workflow::findRound(presentSeason(), number);
  const bool recruits =
      round != nullptr && (offer.rounds >> (number - 1) & 1) != 0 && round->recruits({offer.field, offer.prefecture});
  return {applicant.field == offer.field, recruits, false};
}

Outcome<Application> Store::apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey,
                                  Instant now, const Actor& actor, std::string_view kind) {
  const Request request{idempotencyKey, program, {}, kind};
  const auto who = applicant(userId);
  if (!who) return Code::notFound;
  if (auto known = answered(*who, request, now)) return *known;
  auto wanted = offer(program);
  if (!wanted) return Code::programUnknown;
  if (!chooseOffer(*wanted, kind)) return Code::offerUnknown;
  const Code code = workflow::mayApply(presentSeason(), now, who->past(), target(*who, *wanted, now));
  if (code != Code::ok) return code;
  const Application made = insertApplication(*who, *wanted, request, now);
  queueLetter(LetterKind::applied, *who, wanted->facts(made.round), now);
  appendAudit(now, actor, "applied", std::to_string(made.id), appliedDetail(program, made.round, made.kind));
  return made;
}

Outcome<Application> Store::withdraw(std::string_view userId, std::int64_t application, Instant now,
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
  queueLetter(LetterKind::withdrawn, *who, left->facts(moved.round), now);
  appendAudit(now, actor, "withdrawn", std::to_string(moved.id), appliedDetail(moved.program, moved.round, moved.kind));
  return moved;
}

Outcome<Application> Store::switchTo(std::string_view userId, std::int64_t application, std::int64_t program,
                                     std::string_view idempotencyKey, Instant now, const Actor& actor,
                                     std::string_view kind) {
  const Request request{idempotencyKey, program, application, kind};
  const auto who = applicant(userId);
  if (!who) return Code::notFound;
  if (auto known = answered(*who, request, now)) return *known;
  const Application* const present = who->find(application);
  if (present == nullptr) return Code::notFound;
  const auto left = offer(present->program);
  auto wanted = offer(program);
  if (!left || !wanted) return Code::programUnknown;
  if (!chooseOffer(*wanted, kind)) return Code::offerUnknown;
  workflow::ProgramForApplication aim = target(*who, *wanted, now);
  aim.sameAsNow = program == present->program && wanted->kind == present->kind;
  const Code code = workflow::maySwitch(presentSeason(), now, who->past(), aim);
  if (code != Code::ok) return code;
  if (present->state != workflow::State::applied) return Code::noApplication;
  move(*present, workflow::State::withdrawn, now);
  const Application made = insertApplication(*who, *wanted, request, now);
  Facts facts = wanted->facts(made.round);
  facts.emplace_back("from_program", left->name);
  facts.emplace_back("from_facility", left->facility);
  queueLetter(LetterKind::switched, *who, std::move(facts), now);
  appendAudit(now, actor, "switched", std::to_string(made.id),
              switchedDetail(program, made.round, application, made.kind));
  return made;
}

Application Store::insertApplication(const Applicant& applicant, const Offer& offer, const Request& request,
                                     Instant now) {
  const int round = workflow::present(presentSeason(), now).round;
  const auto key = request.key.empty() ? std::nullopt : std::optional{request.key};
  const std::int64_t id = database_.insert(
      "INSERT INTO application (user_id, start_year, round, program, state, applied_at, changed_at, request_key,"
      " switched_from, kind) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9) RETURNING id",
      applicant.userId, presentSeason().startYear, round, offer.id, workflow::State::applied, now, key,
      request.switchedFrom, storedKind(offer.kind));
  countChange(
      {offer.id, round, std::nullopt, workflow::State::applied, offer.kind, seats().countingOf(applicant.userId)});
  return {id, applicant.userId, round, offer.id, workflow::State::applied, now, now, offer.kind};
}

void Store::countChange(const CountChange& change) {
  changes_.push_back(change);
  const bool adopted = change.to && takesSeat(*change.to);
  if (watch_.anything.contains(change.program) || (adopted && watch_.adoptions.contains(change.program)))
    watch_.disturbed = true;
}

Application Store::move(Application application, workflow::State to, Instant now) {
  database_.run("UPDATE application SET state = $2, changed_at = $3 WHERE id = $1", application.id, to, now);
  countChange({application.program, application.round, application.state, to, application.kind,
               seats().countingOf(application.userId)});
  application.state = to;
  application.changedAt = now;
  return application;
}

// Answers only when this very request was carried out before, and not too long ago: as it was answered then.
std::optional<Outcome<Application>> Store::answered(const Applicant& applicant, const Request& request, Instant now) {
  if (request.key.empty() || applicant.applications.empty()) return std::nullopt;
  auto rows = database_.query(
      "SELECT id, program, switched_from, kind FROM application"
      " WHERE user_id = $1 AND start_year = $2 AND request_key = $3 AND applied_at > $4",
      applicant.userId, presentSeason().startYear, request.key, now - idempotencyLifetime);
  if (!rows.next()) return std::nullopt;
  const auto from = rows.null(2) ? std::nullopt : std::optional{rows.integer(2)};
  // Where nothing was said the program had one offer then.
  const std::string kind = rows.null(3) ? std::string{rules::ordinaryKind} : rows.string(3);
  const std::string_view meant = request.kind.empty() ? request.kind : std::string_view(kind);
  if (request != Request{request.key, rows.integer(1), from, meant})
    return Outcome<Application>{Code::idempotencyKeyReused};
  Application first = *applicant.find(rows.integer(0));
  first.state = workflow::State::applied;
  first.changedAt = first.appliedAt;
  return Outcome<Application>{first};
}

void Store::queueLetter(LetterKind kind, const Applicant& applicant, Facts more, Instant now) {
  Facts facts = applicant.facts();
  std::ranges::move(more, std::back_inserter(facts));
  queueLetter(kind, {applicant.userId, applicant.mail, applicant.language}, facts, now);
}

}  // namespace senkoi::server::store
