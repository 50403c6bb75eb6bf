#include "server/json/problem.hpp"

#include "senkoi/codes/code_table.hpp"
#include "senkoi/words/label.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::json {
namespace {

// RFC 9110; the title says the same of every problem of a type (RFC 9457, 3.1.3).
std::string_view title(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

}  // namespace

int statusOf(Code code) {
  switch (code) {
    case Code::malformedRequest:
    case Code::malformedJson:
    case Code::idempotencyKeyMalformed:
    case Code::actingForMissing:
      return 400;
    case Code::logInFailed:
    case Code::staffLogInFailed:
    case Code::confirmationCodeClock:
    case Code::sessionMissing:
      return 401;
    case Code::originMissing:
    case Code::originRefused:
    case Code::notForYou:
      return 403;
    case Code::notFound:
      return 404;
    case Code::methodNotAllowed:
      return 405;
    case Code::requestTimeout:
      return 408;
    case Code::linkExpired:
    case Code::linkUsed:
    case Code::linkSuperseded:
    case Code::linkTimeOver:
      return 410;
    case Code::bodyTooLarge:
      return 413;
    case Code::uriTooLong:
      return 414;
    case Code::notJson:
      return 415;
    case Code::tooManyAttempts:
      return 429;
    case Code::headersTooLarge:
      return 431;
    case Code::internalError:
      return 500;
    case Code::busy:
      return 503;
    case Code::registryNumberTaken:
    case Code::idempotencyKeyReused:
    case Code::actingForAnother:
    case Code::demoClockBack:
    case Code::registrationNotOpen:
    case Code::registrationOver:
    case Code::noFurtherRound:
    case Code::alreadyApplied:
    case Code::applicationHeld:
    case Code::alreadyAdopted:
    case Code::noApplication:
    case Code::programNotRecruiting:
    case Code::programOfOtherField:
    case Code::programUnknown:
    case Code::sameProgram:
    case Code::inAdoptionPeriod:
    case Code::withdrawalInGap:
    case Code::withdrawalAfterAdoption:
    case Code::changeThroughDirector:
    case Code::liveApplication:
    case Code::notInAdoptionPeriod:
    case Code::capacityReached:
    case Code::ceilingReached:
    case Code::declineOnlyAdopted:
    case Code::moveNotAllowed:
    case Code::changedMeanwhile:
    case Code::staffMailTaken:
    case Code::ownStaffAccount:
    case Code::programInUse:
    case Code::programDuplicate:
    case Code::ceilingBelowAdopted:
    case Code::letterExpired:
    case Code::seasonExists:
    case Code::roundHasBegun:
    case Code::releaseTooEarly:
    case Code::releaseByAnother:
    case Code::alreadyReleased:
      return 409;
    default:
      return 422;  // what is wrong with an entry
  }
}

std::string Finding::message(Language language) const {
  const std::string_view label = item ? words::label(*item, language) : std::string_view(field);
  return words::fill(words::sentence(code, language), {label, limits.min, limits.max});
}

http::Response problem(const ApiError& refusal, Language language) {
  const int status = statusOf(refusal.code);
  Json body{{"type", "urn:senkoi:" + std::string(key(refusal.code))},
            {"title", title(status)},
            {"status", status},
            {"code", key(refusal.code)},
            {"message", refusal.about.empty() && refusal.limit == 0
                            ? std::string(words::sentence(refusal.code, language))
                            : words::fill(words::sentence(refusal.code, language), {refusal.about, 0, refusal.limit})}};
  if (!refusal.errors.empty()) {
    Json& errors = body["errors"] = Json::array();
    for (const Finding& error : refusal.errors)
      errors.push_back({{"field", error.field}, {"code", key(error.code)}, {"message", error.message(language)}});
  }
  if (refusal.link) body["link"] = {{"mail", refusal.link->mail}, {"field", digits(refusal.link->field).view()}};
  http::Response response = answer(status, body);
  response.contentType = "application/problem+json";
  response.headers.emplace_back("content-language", tag(language));
  if (refusal.retryAfter != 0) response.headers.emplace_back("retry-after", std::to_string(refusal.retryAfter));
  return response;
}

}  // namespace senkoi::server::json
