#include "server/handlers/reading.hpp"

#include <charconv>

#include "server/accounts/secrets.hpp"
#include "server/base/ascii.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using json::ApiError;

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

forms::Context contextOf(const Services& services, Instant now) {
  const Passwords& passwords = services.configuration.passwords;
  return {now, services.snapshot.season().startYear, {passwords.minimum, passwords.maximum}, {}};
}

void requireSeason(const Services& services) {
  if (services.snapshot.season().rounds.empty()) throw ApiError{Code::registrationNotOpen};
}

void refuseBody(const RequestContext& context) {
  if (!context.request.body.empty()) json::refuseRest(bodyOf(context));
}

json::JsonObject bodyOf(const RequestContext& context) {
  return json::bodyOf(context.request.body, context.nesting);
}

store::Hash takeToken(json::JsonObject& body) {
  const auto hash = accounts::hashOf(json::extractText(body, "token"));
  if (!hash) throw ApiError{Code::linkExpired};
  return *hash;
}

ApiError refusalOfLink(Services& services, const store::Hash& token, Code code) {
  ApiError refusal{code};
  if (const auto owner = services.reader.linkOwner(token)) refusal.link = json::SpentLink{owner->mail, owner->field};
  return refusal;
}

std::int64_t idOf(const RequestContext& context) {
  std::int64_t id = 0;
  const char* const end = context.parameter.data() + context.parameter.size();
  const auto [stopped, error] = std::from_chars(context.parameter.data(), end, id);
  if (error != std::errc{} || stopped != end || id <= 0) throw ApiError{Code::notFound};
  return id;
}

Field fieldOf(const RequestContext& context) {
  const auto field = senkoi::fieldOf(context.parameter);
  if (!field) throw ApiError{Code::notFound};
  return *field;
}

std::string idempotencyKeyOf(const RequestContext& context) {
  const std::string_view key = context.request.header("idempotency-key");
  if (!key.empty() && !isUuid(key)) throw ApiError{Code::idempotencyKeyMalformed};
  return std::string(key);
}

accounts::AdmissionTicket placeFor(Services& services, std::string_view who) {
  const auto entered = services.passwords.enter(who);
  if (const unsigned* const wait = std::get_if<unsigned>(&entered)) throw ApiError{Code::busy, {}, *wait};
  return std::get<accounts::AdmissionTicket>(entered);
}

accounts::AdmissionTicket placeFor(Services& services, const store::Hash& who) {
  return placeFor(services, std::string_view(reinterpret_cast<const char*>(who.data()), who.size()));
}

}  // namespace senkoi::server::handlers
