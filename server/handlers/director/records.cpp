#include "server/handlers/director/records.hpp"

#include "senkoi/codes/code_table.hpp"
#include "senkoi/workflow/directing.hpp"
#include "server/handlers/records.hpp"
#include "server/http/target.hpp"
#include "server/json/form.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json refusal(Code code) {
  return code == Code::ok ? json::Json() : json::Json(key(code));
}

json::Json notesOf(const store::Candidate& candidate) {
  json::Json list = json::Json::array();
  for (const store::DataNote& one : candidate.notes)
    list.push_back({{"at", one.at}, {"by", one.by}, {"note", one.note}});
  return list;
}

json::Json accountOf(const store::Account& account, int startYear) {
  if (account.userId.empty()) return {};
  return {{"user_id", account.userId},
          {"mail", account.mail},
          {"data", json::valuesOf(account.data)},
          {"years_since_licence", yearsSinceLicence(account.data, startYear)}};
}

}  // namespace

std::int64_t staffIdOf(const RequestContext& context) {
  if (!context.staffCaller) throw json::ApiError{Code::sessionMissing};
  return context.staffCaller->staff.id;
}

std::vector<store::Program> programsAsked(const RequestContext& context, store::Store& reader) {
  auto programs = reader.programsOf(staffIdOf(context));
  const auto asked = http::queryValue(context.request.query, "program");
  if (!asked || asked->empty()) return programs;
  std::erase_if(programs, [&](const store::Program& program) { return std::to_string(program.id) != *asked; });
  if (programs.empty()) throw json::ApiError{Code::notFound};
  return programs;
}

json::Json heldOf(const store::Candidate& candidate) {
  if (candidate.reason.empty()) return {};
  return {{"reason", candidate.reason}, {"owner", candidate.owner}};
}

json::Json mayOf(const store::Application& application, const workflow::Season& season, Instant now) {
  const auto may = workflow::directorMay(application.state, workflow::periodOf(season, application.round, now));
  return {{"adopt", refusal(may.adopt)},       {"reject", refusal(may.reject)},   {"hold", refusal(may.hold)},
          {"undecide", refusal(may.undecide)}, {"decline", refusal(may.decline)}, {"change", refusal(may.changeData)}};
}

json::Json candidateOf(const store::Candidate& candidate, const workflow::Season& season, bool kinds,
                       store::Store& reader, Instant now) {
  const store::Application& application = candidate.application;
  json::Json told = {{"application",
                      {{"id", application.id},
                       {"program", application.program},
                       {"round", application.round},
                       {"state", name(application.state)},
                       {"applied_at", application.appliedAt},
                       {"changed_at", application.changedAt}}},
                     {"account", accountOf(candidate.account, season.startYear)},
                     {"held", heldOf(candidate)},
                     {"notes", notesOf(candidate)},
                     {"may", mayOf(application, season, now)}};
  if (kinds) told["application"]["kind"] = store::kindOf(application);
  const rules::Counting counting = reader.seats().countingOf(application.userId);
  if (counting != rules::Counting{}) {
    told["application"]["counts"] = {{"at_ceiling", counting.atCeiling}, {"at_capacity", counting.atCapacity}};
  }
  return told;
}

}  // namespace senkoi::server::handlers
