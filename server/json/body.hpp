// What stands in a request's JSON object, taken out piece by piece; what nobody has taken in the end is refused (24).
// Each throws a Refusal where it cannot: 400 for what is no object, 422 for an item.
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

using Body = nlohmann::json;

Body bodyOf(std::string_view text, Nesting);

std::string takeText(Body&, const std::string& name);  // empty where it is missing
Field takeField(Body&);
Language takeLanguage(Body&, Language otherwise);
std::int64_t takeNumber(Body&, const std::string& name);
bool takeTruth(Body&, const std::string& name);  // false where it is missing

// Keys that are not among the known ones; a few are enough to tell.
std::vector<Finding> unknownItems(const Body&, const std::vector<std::string_view>& known);
void refuseRest(const Body&);

}  // namespace senkoi::server::json
