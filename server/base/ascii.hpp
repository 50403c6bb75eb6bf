// ASCII as HTTP compares it: without locale, without allocation.
#pragma once

#include <algorithm>
#include <string_view>

namespace senkoi::server::http {

constexpr char lowerCase(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool isLetterOrDigit(char c) {
  return isDigit(c) || (lowerCase(c) >= 'a' && lowerCase(c) <= 'z');
}

constexpr bool equalsIgnoringCase(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lowerCase, lowerCase);
}

// Without optional white space at both ends (RFC 9110, 5.6.3).
constexpr std::string_view trimmed(std::string_view text) {
  auto const blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Calls `visit` with each element of a comma-separated list, trimmed; stops where it returns true and returns that.
template <class Visit>
constexpr bool anyOfList(std::string_view list, Visit&& visit) {
  while (!list.empty()) {
    auto const end = list.find(',');
    if (visit(trimmed(list.substr(0, end)))) return true;
    list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
  }
  return false;
}

}  // namespace senkoi::server::http
