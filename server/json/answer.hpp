// Answers as JSON. Everything made here belongs to one caller at one moment: never cached (the public figures, which
// may be, come ready from the snapshot).
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "server/http/message.hpp"

namespace senkoi::server::json {

using Json = nlohmann::ordered_json;

template <class Value>
Json orNull(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

http::Response answer(int status, const Json& body);
http::Response empty();  // 204

}  // namespace senkoi::server::json
