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

using json::ApiError;
using json::Finding;
using RoundEntry = forms::RoundEntry<std::string>;
using workflow::Round;
using workflow::Season;

constexpr std::size_t mostCells = fieldCount * prefectureCount;

struct Sent {
  Season season;
  bool releaseNeeded = false;
};

std::string textOf(Instant at) {
  return std::string(std::string_view(rules::localDateTimeText(at)));
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

std::optional<rules::Cell> cellOf(const json::JsonObject& text) {
  return text.is_string() ? rules::cellOf(text.get_ref<const std::string&>()) : std::nullopt;
}

rules::CellSet takeClosed(json::JsonObject& body, const std::string& place) {
  rules::CellSet closed;
  const auto found = body.find("closed");
  if (found == body.end()) return closed;
  if (!found->is_array() || found->size() > mostCells)
    throw ApiError{Code::formRefused, {{place + "closed", Code::choiceUnknown}}};
  for (const json::JsonObject& text : *found) {
    const auto cell = cellOf(text);
    if (!cell) throw ApiError{Code::formRefused, {{place + "closed", Code::choiceUnknown}}};
    closed.insert(*cell);
  }
  body.erase(found);
  return closed;
}

Round takeRound(json::JsonObject& body, int number, const forms::Context& formContext, std::vector<Finding>& errors) {
  const std::string place = std::to_string(number) + '.';
  if (!body.is_object()) throw ApiError{Code::formRefused, {{std::to_string(number), Code::choiceUnknown}}};
  Round round{
      .number = number, .registration = {}, .adoption = {}, .notification = 0, .closed = takeClosed(body, place)};
  auto submission = json::readForm<RoundEntry>(body, formContext);
  for (Finding& finding : json::findings<RoundEntry>(submission.codes, formContext)) {
    if (!refuses(finding.code)) continue;
    finding.field = place + finding.field;
    errors.push_back(std::move(finding));
  }
  const RoundEntry& entry = submission.form;
  const auto at = [](const std::string& text) { return rules::LocalDateTime::read(text); };
  round.registration = {at(entry.registrationFrom), at(entry.registrationUntil)};
  round.adoption = {at(entry.adoptionFrom), at(entry.adoptionUntil)};
  round.notification = at(entry.notificationAt);
  return round;
}

Sent takeSeason(const RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  Sent sent;
  const std::int64_t year = json::extractNumber(body, "start_year");
  if (year < 2000 || year > 2099) throw ApiError{Code::formRefused, {{"start_year", Code::seasonYearOutOfRange}}};
  sent.season.startYear = static_cast<int>(year);
  sent.releaseNeeded = json::extractFlag(body, "release_needed");
  auto rounds = body.find("rounds");
  if (rounds == body.end() || !rounds->is_array())
    throw ApiError{Code::formRefused, {{"rounds", Code::choiceRequired}}};
  if (rounds->size() > workflow::mostRounds) throw ApiError{Code::formRefused, {{"rounds", Code::tooManyRounds}}};
  std::vector<Finding> errors;
  const auto formContext = contextOf(services, context.now());
  for (json::JsonObject& round : *rounds)
    sent.season.rounds.push_back(
        takeRound(round, static_cast<int>(sent.season.rounds.size()) + 1, formContext, errors));
  body.erase(rounds);
  json::refuseRest(body);
  if (!errors.empty()) throw ApiError{Code::formRefused, std::move(errors)};
  return sent;
}

void requireAccepted(const workflow::SeasonFault& fault) {
  if (fault.code == Code::ok) return;
  if (fault.code == Code::busy) throw ApiError{fault.code, {}, retryWhenBusy};
  const bool ofYear = fault.code == Code::seasonYearOutOfRange || fault.code == Code::seasonExists;
  const std::string field = ofYear ? "start_year" : fault.round == 0 ? "rounds" : std::to_string(fault.round);
  throw ApiError{fault.code, {{field, fault.code}}};
}

json::Json seasonJson(Services& services, Instant now) {
  const Season& season = services.snapshot.season();
  json::Json rounds = json::Json::array();
  for (const Round& round : season.rounds) rounds.push_back(roundJson(round, now));
  return {{"start_year", season.startYear},
          {"release_needed", services.reader.offices().releaseNeeded()},
          {"rounds", std::move(rounds)},
          {"present", presentOf(season, now)},
          {"server_now", now}};
}

}  // namespace

http::Response officeSeason(RequestContext& context, Services& services) {
  return json::answer(200, seasonJson(services, context.now()));
}

Async<http::Response> changeSeason(RequestContext& context, Services& services) {
  const Sent sent = takeSeason(context, services);
  const store::Actor actor = context.actor();
  const workflow::SeasonFault fault = co_await services.writer.run([&](store::Store& store) {
    return store.offices().changeSeason(sent.season, sent.releaseNeeded, context.now(), actor);
  });
  requireAccepted(fault);
  co_await showAtOnce(services);
  co_return json::answer(200, seasonJson(services, context.now()));
}

Async<http::Response> beginSeason(RequestContext& context, Services& services) {
  const Sent sent = takeSeason(context, services);
  const store::Actor actor = context.actor();
  const workflow::SeasonFault fault = co_await services.writer.run([&](store::Store& store) {
    return store.offices().beginSeason(sent.season, sent.releaseNeeded, context.now(), actor);
  });
  requireAccepted(fault);
  co_await showAtOnce(services);
  co_return json::answer(201, seasonJson(services, context.now()));
}

}  // namespace senkoi::server::handlers
