#include "server/handlers/reading.hpp"

#include <charconv>

#include "server/accounts/secrets.hpp"
#include "server/base/ascii.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using json::Refusal;

bool isHexDigit(char c) {
  return http::isDigit(c) || (http::lowerCase(c) >= 'a' && http::lowerCase(c) <= 'f');
}

bool isUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !isHexDigit(text[i])) return false;
  }
  return true;
}

}  // namespace

forms::Context contextOf(const App& app, Instant now) {
  const Passwords& passwords = app.configuration.passwords;
  return {now, app.snapshot.season().startYear, {passwords.minimum, passwords.maximum}, {}};
}

void requireSeason(const App& app) {
  if (app.snapshot.season().rounds.empty()) throw Refusal{Code::registrationNotOpen};
}

void refuseBody(const Call& call) {
  if (!call.request.body.empty()) json::refuseRest(bodyOf(call));
}

json::Body bodyOf(const Call& call) {
  return json::bodyOf(call.request.body, call.nesting);
}

store::Hash takeToken(json::Body& body) {
  const auto hash = accounts::hashOf(json::takeText(body, "token"));
  if (!hash) throw Refusal{Code::linkExpired};
  return *hash;
}

Refusal refusalOfLink(App& app, const store::Hash& token, Code code) {
  Refusal refusal{code};
  if (const auto owner = app.reader.linkOwner(token)) refusal.link = json::SpentLink{owner->mail, owner->field};
  return refusal;
}

std::int64_t idOf(const Call& call) {
  std::int64_t id = 0;
  const char* const end = call.parameter.data() + call.parameter.size();
  const auto [stopped, error] = std::from_chars(call.parameter.data(), end, id);
  if (error != std::errc{} || stopped != end || id <= 0) throw Refusal{Code::notFound};
  return id;
}

Field fieldOf(const Call& call) {
  const auto field = senkoi::fieldOf(call.parameter);
  if (!field) throw Refusal{Code::notFound};
  return *field;
}

std::string idempotencyKeyOf(const Call& call) {
  const std::string_view key = call.request.header("idempotency-key");
  if (!key.empty() && !isUuid(key)) throw Refusal{Code::idempotencyKeyMalformed};
  return std::string(key);
}

accounts::Place placeFor(App& app, std::string_view who) {
  const auto entered = app.passwords.enter(who);
  if (const unsigned* const wait = std::get_if<unsigned>(&entered)) throw Refusal{Code::busy, {}, *wait};
  return std::get<accounts::Place>(entered);
}

accounts::Place placeFor(App& app, const store::Hash& who) {
  return placeFor(app, std::string_view(reinterpret_cast<const char*>(who.data()), who.size()));
}

}  // namespace senkoi::server::handlers
