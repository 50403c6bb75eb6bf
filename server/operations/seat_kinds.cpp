// The kinds of a season, its classes of applicants, and who is of which (T1, T4).
#include <set>

#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {
namespace {

std::string kindsText(const SeasonSeats& seats) {
  std::string text;
  for (const SeatKind& kind : seats.kinds) text.append(text.empty() ? "" : " ").append(kind.code);
  for (const CountingClass& one : seats.classes) {
    text.append(text.empty() ? "" : " ").append(one.code).append(":");
    text.append(one.counts.atCeiling ? "1" : "0").append(one.counts.atCapacity ? "1" : "0");
  }
  return text.empty() ? "none" : text;
}

std::string classText(std::string_view code) {
  return std::string(code.empty() ? "none" : code);
}

}  // namespace

const SeasonSeats& SeatStore::present() {
  whole_.presentSeason();  // forgets these with the season
  if (!whole_.seasonSeats()) whole_.seasonSeats() = std::make_unique<SeasonSeats>(read());
  return *whole_.seasonSeats();
}

SeasonSeats SeatStore::read() {
  SeasonSeats seats;
  {
    auto rows = database().query(
        "SELECT code, is_group, name_ja, name_en, sentence_ja, sentence_en FROM seat_kind"
        " WHERE start_year = (SELECT max(start_year) FROM season) ORDER BY position");
    while (rows.next()) {
      seats.kinds.push_back(
          {rows.string(0), rows.integer(1) != 0, rows.string(2), rows.string(3), rows.string(4), rows.string(5)});
    }
  }
  auto rows = database().query(
      "SELECT code, name_ja, name_en, at_ceiling, at_capacity, from_quota FROM counting_class"
      " WHERE start_year = (SELECT max(start_year) FROM season) ORDER BY position");
  while (rows.next()) {
    seats.classes.push_back({rows.string(0),
                             rows.string(1),
                             rows.string(2),
                             {rows.integer(3) != 0, rows.integer(4) != 0},
                             rows.integer(5) != 0});
  }
  return seats;
}

// What offers, applications and limits name stays; so does a class with people in it. Without any kind of its own a
// season has the ordinary one.
bool SeatStore::inUse(const SeasonSeats& seats) {
  std::set<std::string, std::less<>> kinds, all, classes;
  for (const SeatKind& kind : seats.kinds) {
    all.insert(kind.code);
    if (!kind.group) kinds.insert(kind.code);
  }
  if (seats.kinds.empty()) kinds.insert(std::string(rules::ordinaryKind));
  all.insert(std::string(rules::wholeCell));  // every tree may have it
  for (const CountingClass& one : seats.classes) classes.insert(one.code);
  const auto named = [&](std::string_view sql, const auto& known) {
    auto rows = database().query(sql, year());
    while (rows.next()) {
      if (!known.contains(rows.text(0))) return true;
    }
    return false;
  };
  static const std::string applied = "SELECT DISTINCT coalesce(kind, '" + std::string(rules::ordinaryKind) +
                                     "') FROM application WHERE start_year = $1 AND state IN " +
                                     statesThat(isCandidate);
  // A program without a row offers the ordinary kind.
  static const std::string offered = "SELECT DISTINCT coalesce(o.kind, '" + std::string(rules::ordinaryKind) +
                                     "') FROM program p LEFT JOIN offer o ON o.program = p.id WHERE p.start_year = $1"
                                     " AND (o.program IS NOT NULL OR p.closed_at IS NULL)";
  return named(offered, kinds) || named(applied, kinds) ||
         named("SELECT DISTINCT node FROM limit_node WHERE start_year = $1", all) ||
         named("SELECT DISTINCT class FROM classed_applicant WHERE start_year = $1", classes);
}

Code SeatStore::change(const SeasonSeats& seats, Instant now, const Actor& actor) {
  if (year() == 0) return Code::seasonWithoutRound;
  const SeasonSeats before = present();
  if (before == seats) return Code::ok;
  if (inUse(seats)) return Code::kindInUse;
  // Whoever was adopted under the old counting stays; counted anew, they must still fit.
  for (const CountingClass& one : seats.classes) {
    const auto known = std::ranges::find(before.classes, one.code, &CountingClass::code);
    const bool more = known != before.classes.end() && ((one.counts.atCeiling && !known->counts.atCeiling) ||
                                                        (one.counts.atCapacity && !known->counts.atCapacity));
    if (more && hasAdopted(one.code)) return Code::kindInUse;
  }
  // What programs offer of the one kind is their capacity then.
  if (seats.kinds.empty())
    database().run("DELETE FROM offer WHERE program IN (SELECT id FROM program WHERE start_year = $1)", year());
  for (const std::string_view table : {"seat_kind", "counting_class"})
    database().run("DELETE FROM " + std::string{table} + " WHERE start_year = $1", year());
  std::int64_t position = 0;
  for (const SeatKind& kind : seats.kinds) {
    database().run(
        "INSERT INTO seat_kind (start_year, code, position, is_group, name_ja, name_en, sentence_ja, sentence_en)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        year(), kind.code, ++position, kind.group, kind.nameJa, kind.nameEn, kind.sentenceJa, kind.sentenceEn);
  }
  for (const CountingClass& one : seats.classes) {
    database().run(
        "INSERT INTO counting_class (start_year, code, position, name_ja, name_en, at_ceiling, at_capacity, from_quota)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        year(), one.code, ++position, one.nameJa, one.nameEn, one.counts.atCeiling, one.counts.atCapacity,
        one.fromQuota);
  }
  whole_.forgetSeason();
  whole_.appendAudit(now, actor, "kinds_changed", std::to_string(year()), kindsText(seats));
  return Code::ok;
}

bool SeatStore::hasAdopted(std::string_view code) {
  static const std::string sql =
      "SELECT 1 FROM classed_applicant c JOIN application a ON a.user_id = c.user_id AND a.start_year = c.start_year"
      " WHERE c.start_year = $1 AND c.class = $2 AND a.state IN " +
      statesThat(takesSeat) + " LIMIT 1";
  return database().number(sql, year(), code).has_value();
}

std::vector<ClassedApplicant> SeatStore::classed() {
  std::vector<ClassedApplicant> list;
  auto rows = database().query(
      "SELECT c.user_id, a.family_name, a.given_name, a.registry_number, a.field, c.class, c.reason, c.changed_at"
      " FROM classed_applicant c JOIN account a ON a.user_id = c.user_id"
      " WHERE c.start_year = (SELECT max(start_year) FROM season) ORDER BY c.class, c.user_id");
  while (rows.next()) {
    list.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.as<Field>(4), rows.string(5),
                    rows.string(6), rows.integer(7)});
  }
  return list;
}

void SeatStore::writeClass(std::string_view userId, std::string_view code, std::string_view reason, Instant now) {
  database().run("DELETE FROM classed_applicant WHERE start_year = $1 AND user_id = $2", year(), userId);
  if (code.empty()) return;
  database().run(
      "INSERT INTO classed_applicant (start_year, user_id, class, reason, changed_at) VALUES ($1, $2, $3, $4, $5)",
      year(), userId, code, reason, now);
}

// The counts that pages show follow, as if each application had come anew.
void SeatStore::recount(const Store::Applicant& who, rules::Counting before, rules::Counting after) {
  if (before == after) return;
  for (const Application& one : who.applications) {
    whole_.countChange({one.program, one.round, one.state, std::nullopt, one.kind, before});
    whole_.countChange({one.program, one.round, std::nullopt, one.state, one.kind, after});
  }
}

SeatStore::Answer SeatStore::classify(std::string_view userId, std::string_view wanted, std::string_view reason,
                                      Instant now, const Actor& actor) {
  const auto who = whole_.applicant(userId);
  if (!who) return {Code::notFound};
  const auto known = std::ranges::find(present().classes, wanted, &CountingClass::code);
  if (!wanted.empty() && known == present().classes.end()) return {Code::choiceUnknown};
  const rules::Counting before = countingOf(userId);
  const rules::Counting after = wanted.empty() ? rules::Counting{} : known->counts;
  const auto [was, reasonBefore] = classOf(userId);
  if (was == wanted && reasonBefore == reason) return {};
  for (const Application& one : who->applications) {
    if (was == wanted || !takesSeat(one.state)) continue;
    SeatsLeft others = left(one.program);
    takeOut(one, before, others);
    if (Answer answer = ask(one, others, after); answer.code != Code::ok) return answer;
  }
  writeClass(userId, wanted, reason, now);
  recount(*who, before, after);
  if (was != wanted) whole_.queueLetter(LetterKind::classChanged, *who, {}, now);
  whole_.appendAudit(now, actor, "class_changed", who->userId,
                     classText(was) + " to " + classText(wanted) + (reason.empty() ? "" : ", with a reason"));
  return {};
}

std::pair<std::string, std::string> SeatStore::classOf(std::string_view userId) {
  auto rows = database().query("SELECT class, reason FROM classed_applicant WHERE start_year = $1 AND user_id = $2",
                               year(), userId);
  if (!rows.next()) return {};
  return {rows.string(0), rows.string(1)};
}

// The seats as if this one had not been adopted.
void SeatStore::takeOut(const Application& application, rules::Counting counting, SeatsLeft& seats) {
  const std::string_view kind = kindOf(application);
  if (counting.atCapacity) {
    --seats.adoptedInProgram;
    for (SeatsLeft::Offer& offer : seats.offers) offer.adopted -= offer.kind == kind;
  }
  if (!counting.atCeiling) return;
  --seats.adoptedInCell;
  for (const std::size_t node : seats.limits.path(kind)) --seats.adoptedByNode[node];
}

// Whoever counts at less than before takes no room from anybody: nothing is asked.
std::size_t SeatStore::classifyQuota(Instant now, const Actor& actor) {
  const auto filled = std::ranges::find(present().classes, true, &CountingClass::fromQuota);
  if (filled == present().classes.end()) return 0;
  std::vector<std::string> users;
  {
    auto rows = database().query(
        "SELECT m.user_id FROM regional_quota_match m WHERE NOT EXISTS (SELECT 1 FROM classed_applicant c WHERE"
        " c.start_year = $1 AND c.user_id = m.user_id) ORDER BY m.user_id",
        year());
    while (rows.next()) users.push_back(rows.string(0));
  }
  const CountingClass of = *filled;
  for (const std::string& user : users) {
    const auto who = whole_.applicant(user);
    if (!who) continue;
    writeClass(user, of.code, {}, now);
    recount(*who, {}, of.counts);
    whole_.queueLetter(LetterKind::classChanged, *who, {}, now);
    whole_.appendAudit(now, actor, "class_changed", user, "none to " + of.code);
  }
  return users.size();
}

}  // namespace senkoi::server::store
