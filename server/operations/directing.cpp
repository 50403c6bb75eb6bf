// What a director does: decisions (S1, S2), declines (M5.2), an applicant’s data changed at their word (S1).
#include "senkoi/workflow/directing.hpp"

#include "server/operations/application_entries.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/user_columns.hpp"

namespace senkoi::server::store {
namespace {

workflow::Period periodOf(Store& whole, const Application& application, Instant now) {
  return workflow::periodOf(whole.presentSeason(), application.round, now);
}

}  // namespace

// Of the present season alone: an earlier one's rounds have the same numbers and other times.
std::optional<Application> DirectorStore::own(std::int64_t staff, std::int64_t application) {
  static const std::string sql =
      "SELECT 1 FROM application a JOIN staff_program s ON s.program = a.program AND s.staff = $1"
      " WHERE a.id = $2 AND a.state IN " +
      statesThat(isCandidate) + " AND a.start_year = (SELECT max(start_year) FROM season)";
  const auto theirs = whole_.database().number(sql, staff, application);
  return theirs ? whole_.applicationById(application) : std::nullopt;
}

Outcome<std::vector<DecisionOutcome>> DirectorStore::decide(std::int64_t staff, std::span<const Decision> decisions,
                                                            Instant now, const Actor& actor) {
  for (const Decision& decision : decisions) {
    if (!own(staff, decision.application)) return Code::notFound;
  }
  std::vector<DecisionOutcome> outcomes;
  outcomes.reserve(decisions.size());
  for (const Decision& decision : decisions) outcomes.push_back(carryOut(decision, now, actor));
  return outcomes;
}

DecisionOutcome DirectorStore::decide(const Decision& decision, Instant now, const Actor& actor) {
  return carryOut(decision, now, actor);
}

DecisionOutcome DirectorStore::carryOut(const Decision& decision, Instant now, const Actor& actor) {
  const auto before = whole_.applicationById(decision.application);
  if (!before) return {decision.application, Code::notFound, {}, {}};
  const bool stale = decision.from && before->state != *decision.from;
  SeatStore::Answer answer =
      stale ? SeatStore::Answer{Code::changedMeanwhile} : mayDecide(*before, decision, now, actor);
  const Code code = answer.code;
  if (code == Code::ok) {
    if (before->state != decision.to) {
      whole_.move(*before, decision.to, now);
      tellChangedResult(*before, now);
    }
    keepHold(decision);
    const bool holds = decision.to == workflow::State::held;
    const auto hold = holds ? whole_.holdMark(before->id, decision.reason, decision.owner) : std::string{};
    whole_.appendAudit(now, actor, "decided", std::to_string(before->id),
                       decidedDetail(before->state, decision.to, hold));
  }
  return {before->id,
          code,
          code == Code::ok ? decision.to : before->state,
          seats(before->program),
          answer.limit,
          std::move(answer.refusedBy)};
}

// Once results are out, whoever is decided upon is told that there is something new to read (L1).
void DirectorStore::tellChangedResult(const Application& application, Instant now) {
  const workflow::Round* const round = workflow::findRound(whole_.presentSeason(), application.round);
  if (round == nullptr || !round->resultsOut(now)) return;
  if (const auto who = whole_.applicant(application.userId))
    whole_.queueLetter(LetterKind::decisionChanged, *who, {{"round", std::to_string(application.round)}}, now);
}

SeatStore::Answer DirectorStore::mayDecide(const Application& before, const Decision& decision, Instant now,
                                           const Actor& actor) {
  if (actor.who != workflow::ActorKind::director) return {Code::moveNotAllowed};
  const Code code = workflow::mayDecide(before.state, decision.to, periodOf(whole_, before, now));
  if (code != Code::ok) return {code};
  const bool unexplained = decision.reason.empty() || decision.owner.empty();
  if (decision.to == workflow::State::held && unexplained) return {Code::heldReasonNeeded};
  return decision.to == workflow::State::adopted ? mayAdopt(before) : SeatStore::Answer{};
}

SeatStore::Answer DirectorStore::mayAdopt(const Application& application) {
  static const std::string sql =
      "SELECT 1 FROM application WHERE user_id = $1 AND start_year = $2 AND id <> $3 AND state IN " +
      statesThat(takesSeat);
  const auto elsewhere =
      whole_.database().number(sql, application.userId, whole_.presentSeason().startYear, application.id);
  if (elsewhere) return {Code::alreadyAdopted};
  return whole_.seats().mayAdopt(application);
}

// Why and by whom belongs to the hold alone: it goes with it.
void DirectorStore::keepHold(const Decision& decision) {
  whole_.database().run("DELETE FROM held WHERE application = $1", decision.application);
  if (decision.to != workflow::State::held) return;
  whole_.database().run("INSERT INTO held (application, reason, owner) VALUES ($1, $2, $3)", decision.application,
                        decision.reason, decision.owner);
}

Outcome<Application> DirectorStore::decline(std::int64_t staff, std::int64_t application, Instant now,
                                            const Actor& actor) {
  const auto before = own(staff, application);
  if (!before) return Code::notFound;
  const Code code =
      workflow::mayMove(actor.who, before->state, workflow::State::declined, periodOf(whole_, *before, now));
  if (code != Code::ok) return code;
  const Application moved = whole_.move(*before, workflow::State::declined, now);
  const auto who = whole_.applicant(moved.userId);
  const auto left = whole_.offer(moved.program);
  if (who && left) whole_.queueLetter(LetterKind::declineEntered, *who, left->facts(moved.round), now);
  whole_.appendAudit(now, actor, "declined", std::to_string(application),
                     decidedDetail(before->state, moved.state, {}));
  return moved;
}

Code DirectorStore::changeData(std::int64_t staff, std::int64_t application, const UserData& data,
                               std::string_view note, Instant now, const Actor& actor) {
  const auto mine = own(staff, application);
  const auto who = mine ? whole_.applicant(mine->userId) : std::nullopt;
  if (!who) return Code::notFound;
  const Code code = workflow::mayChangeDataOf(mine->state, periodOf(whole_, *mine, now));
  if (code != Code::ok) return code;
  const Outcome<bool> changed = whole_.writeUserData(who->userId, data, now, actor);
  if (!changed.value) return changed.code;
  if (!*changed.value) return Code::ok;
  whole_.database().run("INSERT INTO data_note (user_id, staff, at, note) VALUES ($1, $2, $3, $4)", who->userId, staff,
                        now, note);
  whole_.queueLetter(LetterKind::dataChanged, *who, {}, now);
  return Code::ok;
}

}  // namespace senkoi::server::store
