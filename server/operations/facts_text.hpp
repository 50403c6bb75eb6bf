// A letter's facts as one text column: a line each, name=text, with backslash and line feed escaped. Pure.
#pragma once

#include <string>
#include <string_view>

#include "server/operations/records.hpp"

namespace senkoi::server::store {

std::string factsText(const Facts& facts);
// The inverse; lines without '=' are skipped.
Facts factsOf(std::string_view text);

}  // namespace senkoi::server::store
