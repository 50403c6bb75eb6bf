// GET /demo/mails: the demo's letter box, newest first.
#include "server/demo/demo_environment.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response demoLetters(RequestContext&, Services& services) {
  json::Json list = json::Json::array();
  for (const mail::KeptLetter& kept : services.demoEnvironment->mails().letters())
    list.push_back({{"id", kept.id}, {"to", kept.letter.to}, {"subject", kept.letter.subject}, {"at", kept.at}});
  return json::answer(200, list);
}

}  // namespace senkoi::server::handlers
