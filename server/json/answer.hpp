// Answers as JSON. Everything made here belongs to one caller at one moment: never cached (the public figures, which
// may be, come ready from the snapshot).
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "server/http/message.hpp"

namespace senkoi::server::json {

using Json = nlohmann::ordered_json;

template <class Value>
Json orNull(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

inline http::Response answer(int status, const Json& body) {
  // Text that is no UTF-8 (the name of an unknown key) is repaired rather than thrown over.
  auto text = std::make_shared<const std::string>(body.dump(-1, ' ', false, Json::error_handler_t::replace));
  return {status, "application/json", std::move(text), {{"cache-control", "no-store"}}};
}

// 204.
inline http::Response empty() {
  return {204, {}, nullptr, {{"cache-control", "no-store"}}};
}

}  // namespace senkoi::server::json
