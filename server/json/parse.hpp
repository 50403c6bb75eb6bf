// Bodies of requests as JSON (RFC 8259), read with limits: an attacker chooses every byte. Pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace senkoi::server::json {

inline constexpr int deepest = 8;

// A lone surrogate escape (\ud800) is no Unicode, but JavaScript writes it: it becomes \ufffd, which the rules refuse
// at its item. Nothing where objects and arrays nest deeper than allowed.
std::optional<std::string> tamed(std::string_view text);

// The object that the text is. Nothing for anything else, for broken JSON or UTF-8, a key that comes twice, or what
// nests too deep.
std::optional<nlohmann::json> parseObject(std::string_view text);

}  // namespace senkoi::server::json
