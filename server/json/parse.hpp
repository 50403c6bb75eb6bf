// Bodies of requests as JSON (RFC 8259), read with limits: an attacker chooses every byte. The work is linear in the
// text for every shape (reliability 44), whatever stands in it. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "senkoi/codes/code.hpp"

namespace senkoi::server::json {

inline constexpr int deepest = 8;
inline constexpr std::size_t mostMembers = 256;   // of one object; no form has as many
inline constexpr std::size_t mostValues = 16384;  // of one body; a season that closes every cell has half as many

// What the values of a JSON body may be.
enum class Nesting : std::uint8_t {
  flat,    // texts, numbers and truths alone
  nested,  // objects and arrays as well
};

// The object that a text is, or why it is none that may be taken.
struct Parsed {
  std::optional<nlohmann::json> object;
  // malformedJson: anything else than one object, broken JSON or UTF-8, a key that comes twice in one object, too deep.
  // bodyTooLarge: too many values. With an item: notAText for an object or array in a flat form, refused at its first
  // brace; unknownItem for a member beyond those that any form has.
  Code code = Code::ok;
  std::optional<std::string> item{};
};
Parsed parseObject(std::string_view text, Nesting);

// A lone surrogate escape (\ud800) is no Unicode, but JavaScript writes it: it becomes \ufffd, which the rules refuse
// at its item. Nothing where objects and arrays nest deeper than allowed.
std::optional<std::string> sanitizeSurrogates(std::string_view text);

}  // namespace senkoi::server::json
