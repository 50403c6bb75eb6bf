#include "server/json/answer.hpp"

namespace senkoi::server::json {

http::Response answer(int status, const Json& body) {
  // Text that is no UTF-8 (the name of an unknown key) is repaired rather than thrown over.
  auto text = std::make_shared<const std::string>(body.dump(-1, ' ', false, Json::error_handler_t::replace));
  return {status, "application/json", std::move(text), {{"cache-control", "no-store"}}};
}

http::Response empty() {
  return {204, {}, nullptr, {{"cache-control", "no-store"}}};
}

}  // namespace senkoi::server::json
