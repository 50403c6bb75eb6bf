// JSON written straight into a string, for answers that are made often and large. Pure; knows no structure: the caller
// writes the braces.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace senkoi::server::snapshot::json {

// The text in quotes; controls, quotes and backslashes escaped (RFC 8259). `value` is UTF-8.
void appendText(std::string& to, std::string_view value);

template <std::integral Number>
void append(std::string& to, Number value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  to.append(digits, end);
}

template <class Number>
void append(std::string& to, const std::optional<Number>& value) {
  if (value) {
    append(to, *value);
  } else {
    to.append("null");
  }
}

}  // namespace senkoi::server::snapshot::json
