// POST /staff/decisions: 採用, 不採用, 保留, or taken back, for up to 500 applications at once; each stands alone and
// has its own outcome (S1, S2).
#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/directing.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/live/seats_json.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using workflow::State;
using Hold = forms::Hold<std::string>;

constexpr std::size_t most = 500;

State takeState(json::JsonObject& body, const std::string& name) {
  const auto state = workflow::stateOf(json::extractText(body, name));
  const bool known = state && *state != State::withdrawn && *state != State::declined;
  if (!known) throw json::ApiError{Code::formRefused, {{name, Code::choiceUnknown}}};
  return *state;
}

// What is left of the body is the reason and the owner of a hold; nothing else may be.
store::Decision decisionOf(json::JsonObject& body, const forms::Context& formContext) {
  if (!body.is_object()) throw json::ApiError{Code::formRefused, {{"decisions", Code::choiceUnknown}}};
  store::Decision decision;
  decision.application = json::extractNumber(body, "application");
  decision.from = takeState(body, "from");
  decision.to = takeState(body, "to");
  const auto hold = json::readForm<Hold>(body, formContext);
  if (decision.to != State::held) return decision;
  json::requireAccepted(hold, formContext);
  decision.reason = hold.form.reason;
  decision.owner = hold.form.owner;
  return decision;
}

std::vector<store::Decision> decisionsOf(json::JsonObject& body, const forms::Context& formContext) {
  const auto list = body.find("decisions");
  const bool sound = list != body.end() && list->is_array() && !list->empty() && list->size() <= most;
  if (!sound) throw json::ApiError{Code::formRefused, {{"decisions", Code::choiceUnknown}}};
  std::vector<store::Decision> decisions;
  for (json::JsonObject& one : *list) decisions.push_back(decisionOf(one, formContext));
  body.erase(list);
  json::refuseRest(body);
  return decisions;
}

// As it stands after the commit, for the page to go on with.
json::Json outcomeOf(const store::DecisionOutcome& outcome, std::int64_t staff, const RequestContext& context,
                     Services& services) {
  const bool done = outcome.code == Code::ok;
  const std::string said = words::fill(words::sentence(outcome.code, context.language),
                                       {kindName(services.snapshot.seats(), outcome.refusedBy, context.language), 0,
                                        static_cast<unsigned>(outcome.limit)});
  const auto candidate = services.reader.directors().candidate(staff, outcome.application).value_or(store::Candidate{});
  json::Json told = {{"application", outcome.application},
                     {"code", done ? json::Json() : json::Json(key(outcome.code))},
                     {"message", done ? json::Json() : json::Json(said)},
                     {"state", name(outcome.state)},
                     {"held", heldOf(candidate)},
                     {"may", mayOf(candidate.application, services.snapshot.season(), context.now())},
                     {"seats", live::seatsOf(outcome.seats)}};
  if (!outcome.refusedBy.empty()) told["refused_by"] = outcome.refusedBy;
  return told;
}

}  // namespace

Async<http::Response> decide(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::vector<store::Decision> decisions = decisionsOf(body, contextOf(services, context.now()));
  const std::int64_t staff = staffIdOf(context);
  const store::Actor actor = context.actor();
  auto decided = co_await services.writer.run(
      [&](store::Store& store) { return store.directors().decide(staff, decisions, context.now(), actor); });
  const auto outcomes = valueOf(std::move(decided));
  json::Json list = json::Json::array();
  for (const store::DecisionOutcome& outcome : outcomes) list.push_back(outcomeOf(outcome, staff, context, services));
  co_return json::answer(200, {{"outcomes", std::move(list)}});
}

}  // namespace senkoi::server::handlers
