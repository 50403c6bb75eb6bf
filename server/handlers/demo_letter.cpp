// GET /demo/mails/{id}: one letter of the demo, with the links that stand in it.
#include "server/demo/demo_environment.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::handlers {
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
