// What stands in a request's JSON object, taken out piece by piece; what nobody has taken in the end is refused (24).
// Each throws an ApiError where it cannot: 400 for what is no object, 422 for an item.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/language.hpp"
#include "server/json/parse.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::json {

using JsonObject = nlohmann::json;

JsonObject bodyOf(std::string_view text, Nesting);

std::string extractText(JsonObject&, const std::string& name);  // empty where it is missing
Field extractField(JsonObject&);
Language extractLanguage(JsonObject&, Language otherwise);
std::int64_t extractNumber(JsonObject&, const std::string& name);
bool extractFlag(JsonObject&, const std::string& name);  // false where it is missing

// Keys that are not among the known ones; a few are enough to tell.
std::vector<Finding> unknownItems(const JsonObject&, const std::vector<std::string_view>& known);
void refuseRest(const JsonObject&);

}  // namespace senkoi::server::json
