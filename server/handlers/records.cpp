#include "server/handlers/records.hpp"

#include <algorithm>

#include "senkoi/rules/licence.hpp"
#include "senkoi/words/kind.hpp"
#include "senkoi/workflow/visibility.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

workflow::State visibleState(const store::Application& application, const workflow::Season& season, Instant now) {
  return workflow::visibleState(application.state, application.round, season, now, workflow::Viewer::applicant);
}

// When the visible state began: a decision begins for the applicant at its notification, or its hour would tell of it.
Instant visibleChange(const store::Application& application, const workflow::Season& season, Instant now) {
  const workflow::State state = visibleState(application, season, now);
  if (state == workflow::State::withdrawn) return application.changedAt;
  if (state == workflow::State::applied) return application.appliedAt;
  const workflow::Round* const round = workflow::findRound(season, application.round);
  return round == nullptr ? application.changedAt : std::max(application.changedAt, round->notification);
}

}  // namespace

std::string_view kindName(const store::SeasonSeats& seats, std::string_view code, Language language) {
  const store::SeatKind* const known = seats.find(code);
  return known == nullptr ? words::kindName(code, language) : known->name(language);
}

json::Json kindsOf(const store::SeasonSeats& seats) {
  json::Json list = json::Json::array();
  for (const store::SeatKind& kind : seats.kinds) {
    list.push_back({{"code", kind.code},
                    {"group", kind.group},
                    {"name", {{"ja", kind.nameJa}, {"en", kind.nameEn}}},
                    {"sentence", {{"ja", kind.sentenceJa}, {"en", kind.sentenceEn}}}});
  }
  return list;
}

json::Json presentOf(const workflow::Season& season, Instant now) {
  const workflow::Present present = workflow::present(season, now);
  return {{"round", present.round}, {"period", name(present.period)}, {"until", json::orNull(present.until)}};
}

json::Json applicationOf(const store::Application& application, const Services& services, Instant now) {
  const workflow::Season& season = services.snapshot.season();
  json::Json told;  // member by member: a list in braces would be made of arrays first
  told["id"] = application.id;
  told["round"] = application.round;
  if (const store::Program* const program = services.snapshot.program(application.program)) {
    json::Json& shown = told["program"];
    shown["id"] = program->id;
    shown["name"] = program->name;
    shown["facility"] = program->facility;
    shown["prefecture"] = digits(program->prefecture).view();
  }
  if (!services.snapshot.seats().kinds.empty()) told["kind"] = store::kindOf(application);
  told["state"] = name(visibleState(application, season, now));
  told["applied_at"] = application.appliedAt;
  told["changed_at"] = visibleChange(application, season, now);
  return told;
}

std::vector<workflow::PastApplication> visible(const std::vector<store::Application>& applications,
                                               const workflow::Season& season, Instant now) {
  std::vector<workflow::PastApplication> seen;
  for (const store::Application& application : applications)
    seen.push_back({application.round, visibleState(application, season, now)});
  return seen;
}

json::Json yearsSinceLicence(const store::UserData& data, int startYear) {
  if (startYear == 0) return {};
  return rules::yearsSinceLicence(rules::numberIn(data.licenceYear), rules::numberIn(data.licenceMonth), startYear);
}

json::ApiError refusalOf(Code code) {
  switch (code) {
    case Code::registryNumberTaken:
      return {code, {{Item::registryNumber, code}}};
    case Code::currentPasswordWrong:
      return {Code::formRefused, {{Item::currentPassword, code}}};
    case Code::busy:
      return {code, {}, retryWhenBusy};
    default:
      return {code};
  }
}

}  // namespace senkoi::server::handlers
