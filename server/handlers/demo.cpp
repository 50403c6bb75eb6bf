// The demo's and the rehearsal's alone: their clock and their letters.
#include "server/accounts/sessions.hpp"
#include "server/demo/demo_environment.hpp"
#include "server/demo/staff.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

// Whose account was closed is gone from the list.
json::Json staffLogIns(Services& services) {
  json::Json list = json::Json::array();
  for (const auto& [mail, password, what] : demo::knownStaff()) {
    const auto known = services.reader.staff().credentials(mail);
    if (!known) continue;
    const auto code = demo::confirmationCodeNow(*known, services.secrets, services.demoEnvironment->real());
    const auto& field = known->staff.field;
    list.push_back({{"mail", mail},
                    {"password", password},
                    {"name", known->staff.name},
                    {"role", name(known->staff.role)},
                    {"field", field ? json::Json(digits(*field).view()) : json::Json()},
                    {"code", json::orNull(code)}});
  }
  return list;
}

}  // namespace

// GET /demo: the demo's clock beside the real one, how many letters lie in the box, and how to log in as staff.
http::Response stage(RequestContext&, Services& services) {
  return json::answer(200, {{"now", services.clock()},
                            {"real", services.demoEnvironment->real()},
                            {"mail_count", services.demoEnvironment->mails().letters().size()},
                            {"staff", staffLogIns(services)}});
}

namespace {

constexpr Instant year2100 = 4'102'444'800'000;

Instant takeTime(json::JsonObject& body) {
  const Instant to = json::extractNumber(body, "now");
  if (to < 0 || to >= year2100) throw json::ApiError{Code::formRefused, {{"now", Code::choiceUnknown}}};
  return to;
}

// In a rehearsal nobody decides by themselves: it goes to and fro.
bool decisionsHaveBegun(Services& services) {
  const auto& rounds = services.snapshot.season().rounds;
  return !services.demoEnvironment->rehearses() && !rounds.empty() && services.clock() >= rounds.front().adoption.from;
}

}  // namespace

// POST /demo/clock: {"now": ms, "still"?: bool} moves the demo's clock, {"reset": true} takes it back to the opening.
// Once the adoption period has begun it only moves forward: a decision that nobody had yet taken could not be shown.
// Sessions are carried along: moving through the year logs nobody out.
Async<http::Response> moveClock(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const bool reset = json::extractFlag(body, "reset");
  const bool still = json::extractFlag(body, "still");
  const Instant to = reset ? services.demoEnvironment->beginning() : takeTime(body);
  json::refuseRest(body);
  if (to < services.clock() && decisionsHaveBegun(services)) throw json::ApiError{Code::demoClockBack};
  co_await services.sessions.carry(to);
  co_await services.staffSessions.carry(to);
  co_await services.demoEnvironment->move(services.writer, to, still && !reset);
  co_return stage(context, services);
}

// GET /demo/mails: the demo's letter box, newest first.
http::Response demoLetters(RequestContext&, Services& services) {
  json::Json list = json::Json::array();
  for (const mail::KeptLetter& kept : services.demoEnvironment->mails().letters())
    list.push_back({{"id", kept.id}, {"to", kept.letter.to}, {"subject", kept.letter.subject}, {"at", kept.at}});
  return json::answer(200, list);
}

namespace {

json::Json linksIn(std::string_view text, std::string_view origin) {
  json::Json links = json::Json::array();
  for (auto at = text.find(origin); at != std::string_view::npos; at = text.find(origin, at + 1)) {
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    links.push_back(text.substr(at, end - at));
  }
  return links;
}

}  // namespace

// GET /demo/mails/{id}: one letter of the demo, with the links that stand in it.
http::Response demoLetter(RequestContext& context, Services& services) {
  const auto kept = services.demoEnvironment->mails().letter(idOf(context));
  if (!kept) throw json::ApiError{Code::notFound};
  return json::answer(200, {{"id", kept->id},
                            {"at", kept->at},
                            {"to", kept->letter.to},
                            {"subject", kept->letter.subject},
                            {"text", kept->letter.text},
                            {"links", linksIn(kept->letter.text, services.configuration.publicOrigin)}});
}

}  // namespace senkoi::server::handlers
