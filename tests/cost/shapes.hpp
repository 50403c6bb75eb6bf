// Bodies of many shapes and any size, each as bad as a body of its kind can be: for the tests that count the work that
// reading one takes, for the fuzz target that watches it, and for the bench that times it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace senkoi::cost {

struct Shape {
  std::string_view name;
  std::string (*make)(std::size_t bytes);  // about so many
};

// `unit` after `unit`, with commas between, until the text has so many bytes.
inline std::string repeated(std::string text, std::string_view unit, std::size_t bytes, std::string_view end) {
  bool first = true;
  while (text.size() + unit.size() + end.size() < bytes || first) {
    if (!first) text += ',';
    text += unit;
    first = false;
  }
  return text.append(end);
}

// The same with a number in each: {"n0":{},"n1":{},…}.
inline std::string members(std::string_view value, std::size_t bytes) {
  std::string text = "{";
  for (std::size_t n = 0; text.size() < bytes; ++n) {
    if (n > 0) text += ',';
    text.append("\"n").append(std::to_string(n)).append("\":").append(value);
  }
  return text += '}';
}

inline std::string text(std::string_view unit, std::size_t bytes) {
  std::string body = R"({"user_id":")";
  while (body.size() + unit.size() + 2 < bytes) body += unit;
  return body.append(R"("})");
}

inline constexpr std::string_view list = R"({"user_id":[)";

inline constexpr std::array shapes{
    Shape{"empty objects", [](std::size_t n) { return repeated(std::string{list}, "{}", n, "]}"); }},
    Shape{"objects with a member", [](std::size_t n) { return repeated(std::string{list}, R"({"a":1})", n, "]}"); }},
    Shape{"members with objects", [](std::size_t n) { return members("{}", n); }},
    Shape{"members with texts", [](std::size_t n) { return members("\"x\"", n); }},
    Shape{"empty arrays", [](std::size_t n) { return repeated(std::string{list}, "[]", n, "]}"); }},
    Shape{"arrays six deep", [](std::size_t n) { return repeated(std::string{list}, "[[[[[[]]]]]]", n, "]}"); }},
    Shape{"whole numbers", [](std::size_t n) { return repeated(std::string{list}, "7", n, "]}"); }},
    Shape{"long fractions",
          [](std::size_t n) { return repeated(std::string{list}, "1.7976931348623157e308", n, "]}"); }},
    Shape{"one plain text", [](std::size_t n) { return text("a", n); }},
    Shape{"one Japanese text", [](std::size_t n) { return text("髙橋", n); }},
    Shape{"escapes", [](std::size_t n) { return text(R"(\n\"\\)", n); }},
    Shape{"pairs of surrogates", [](std::size_t n) { return text(R"(\uD842\uDFB7)", n); }},
    Shape{"lone surrogates", [](std::size_t n) { return text(R"(\ud800)", n); }},
    Shape{"one long key", [](std::size_t n) { return "{\"" + std::string(n, 'k') + "\":1}"; }},
    Shape{"a key again and again", [](std::size_t n) { return repeated("{", R"("a":"x")", n, "}"); }},
    Shape{"white space", [](std::size_t n) { return "{" + std::string(n, ' ') + "}"; }},
    Shape{"a number without end", [](std::size_t n) { return R"({"a":)" + std::string(n, '1') + "}"; }},
    Shape{"broken at its end", [](std::size_t n) { return text("a", n) + "}"; }},
};

}  // namespace senkoi::cost
