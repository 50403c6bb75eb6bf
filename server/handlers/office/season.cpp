// GET, PUT, POST /staff/season (S4): the master schedule as the board sets it. PUT changes the present season, POST
// begins the next. A fault is told at its round: "2" for the round, "2.adoption_from" for an item of it.
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using json::Finding;
using json::Refusal;
using RoundEntry = forms::RoundEntry<std::string>;
using workflow::Round;
using workflow::Season;

constexpr std::size_t mostCells = fieldCount * prefectureCount;

struct Sent {
  Season season;
  bool releaseNeeded = false;
};

std::string textOf(Instant at) {
  return std::string(std::string_view(rules::momentText(at)));
}

json::Json roundJson(const Round& round, Instant now) {
  const RoundEntry entry{textOf(round.registration.from), textOf(round.registration.until), textOf(round.adoption.from),
                         textOf(round.adoption.until), textOf(round.notification)};
  json::Json closed = json::Json::array();
  for (unsigned field = 1; field <= fieldCount; ++field) {
    for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
      const rules::Cell cell{static_cast<Field>(field), static_cast<Prefecture>(prefecture)};
      if (!round.recruits(cell)) closed.push_back(text(cell).view());
    }
  }
  return {{"number", round.number},
          {"entry", json::valuesOf(entry)},
          {"closed", std::move(closed)},
          {"begun", round.registration.from <= now},
          {"over", round.notification <= now},
          {"released", round.released}};
}

std::optional<rules::Cell> cellOf(const json::Body& text) {
  return text.is_string() ? rules::cellOf(text.get_ref<const std::string&>()) : std::nullopt;
}

rules::CellSet takeClosed(json::Body& body, const std::string& place) {
  rules::CellSet closed;
  const auto found = body.find("closed");
  if (found == body.end()) return closed;
  if (!found->is_array() || found->size() > mostCells)
    throw Refusal{Code::formRefused, {{place + "closed", Code::choiceUnknown}}};
  for (const json::Body& text : *found) {
    const auto cell = cellOf(text);
    if (!cell) throw Refusal{Code::formRefused, {{place + "closed", Code::choiceUnknown}}};
    closed.insert(*cell);
  }
  body.erase(found);
  return closed;
}

Round takeRound(json::Body& body, int number, const forms::Context& context, std::vector<Finding>& errors) {
  const std::string place = std::to_string(number) + '.';
  if (!body.is_object()) throw Refusal{Code::formRefused, {{std::to_string(number), Code::choiceUnknown}}};
  Round round{
      .number = number, .registration = {}, .adoption = {}, .notification = 0, .closed = takeClosed(body, place)};
  auto submission = json::readForm<RoundEntry>(body, context);
  for (Finding& finding : json::findings<RoundEntry>(submission.codes, context)) {
    if (!refuses(finding.code)) continue;
    finding.field = place + finding.field;
    errors.push_back(std::move(finding));
  }
  const RoundEntry& entry = submission.form;
  const auto at = [](const std::string& text) { return rules::Moment::read(text); };
  round.registration = {at(entry.registrationFrom), at(entry.registrationUntil)};
  round.adoption = {at(entry.adoptionFrom), at(entry.adoptionUntil)};
  round.notification = at(entry.notificationAt);
  return round;
}

Sent takeSeason(const Call& call, App& app) {
  auto body = bodyOf(call);
  Sent sent;
  const std::int64_t year = json::takeNumber(body, "start_year");
  if (year < 2000 || year > 2099) throw Refusal{Code::formRefused, {{"start_year", Code::seasonYearOutOfRange}}};
  sent.season.startYear = static_cast<int>(year);
  sent.releaseNeeded = json::takeTruth(body, "release_needed");
  auto rounds = body.find("rounds");
  if (rounds == body.end() || !rounds->is_array()) throw Refusal{Code::formRefused, {{"rounds", Code::choiceRequired}}};
  if (rounds->size() > workflow::mostRounds) throw Refusal{Code::formRefused, {{"rounds", Code::tooManyRounds}}};
  std::vector<Finding> errors;
  const auto context = contextOf(app, call.now());
  for (json::Body& round : *rounds)
    sent.season.rounds.push_back(takeRound(round, static_cast<int>(sent.season.rounds.size()) + 1, context, errors));
  body.erase(rounds);
  json::refuseRest(body);
  if (!errors.empty()) throw Refusal{Code::formRefused, std::move(errors)};
  return sent;
}

void requireAccepted(const workflow::SeasonFault& fault) {
  if (fault.code == Code::ok) return;
  if (fault.code == Code::busy) throw Refusal{fault.code, {}, retryWhenBusy};
  const bool ofYear = fault.code == Code::seasonYearOutOfRange || fault.code == Code::seasonExists;
  const std::string field = ofYear ? "start_year" : fault.round == 0 ? "rounds" : std::to_string(fault.round);
  throw Refusal{fault.code, {{field, fault.code}}};
}

json::Json seasonJson(App& app, Instant now) {
  const Season& season = app.snapshot.season();
  json::Json rounds = json::Json::array();
  for (const Round& round : season.rounds) rounds.push_back(roundJson(round, now));
  return {{"start_year", season.startYear},
          {"release_needed", app.reader.offices().releaseNeeded()},
          {"rounds", std::move(rounds)},
          {"present", presentOf(season, now)},
          {"server_now", now}};
}

}  // namespace

http::Response officeSeason(Call& call, App& app) {
  return json::answer(200, seasonJson(app, call.now()));
}

Async<http::Response> changeSeason(Call& call, App& app) {
  const Sent sent = takeSeason(call, app);
  const store::Actor actor = call.actor();
  const workflow::SeasonFault fault = co_await app.writer.run([&](store::Store& store) {
    return store.offices().changeSeason(sent.season, sent.releaseNeeded, call.now(), actor);
  });
  requireAccepted(fault);
  co_await showAtOnce(app);
  co_return json::answer(200, seasonJson(app, call.now()));
}

Async<http::Response> beginSeason(Call& call, App& app) {
  const Sent sent = takeSeason(call, app);
  const store::Actor actor = call.actor();
  const workflow::SeasonFault fault = co_await app.writer.run([&](store::Store& store) {
    return store.offices().beginSeason(sent.season, sent.releaseNeeded, call.now(), actor);
  });
  requireAccepted(fault);
  co_await showAtOnce(app);
  co_return json::answer(201, seasonJson(app, call.now()));
}

}  // namespace senkoi::server::handlers
