// Changing a text in place. A text is anything with value_type (char or char16_t), data(), size() and resize(n):
// std::string in the server, a slot of linear memory in the browser (wasm/block.hpp). No heap of its own; pure.
#pragma once

#include <algorithm>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

enum class Lines { one, many };

/// Line breaks and tabs are seen in texts of many lines only.
constexpr bool isUnseen(char32_t point, Lines lines) {
  if (lines == Lines::many && (isLineBreak(point) || point == 0x09)) return false;
  return isControl(point) || isDirection(point);
}

/// Whether a text is surely ink throughout: seen and read everywhere, without white space. Here, where it is ASCII; a
/// text of another kind may know of more, and faster (wasm/block.hpp).
template <class Text>
constexpr bool isInkThroughout(Text const& text) {
  auto const* const units = text.data();
  return std::all_of(units, units + text.size(), [](auto unit) { return unit > 0x20 && unit < 0x7F; });
}

/// Takes white space off both ends, U+3000 included (M2.3g).
template <class Text>
[[gnu::noinline]] constexpr void trim(Text& text) {
  std::size_t const size = text.size();
  std::size_t begin = size, end = 0;
  for (std::size_t at = 0; at < size;) {
    std::size_t const from = at;
    if (isSpace(next(text.data(), size, at))) continue;
    begin = std::min(begin, from);
    end = at;
  }
  if (begin == 0 && end == size) return;
  if (end == 0) return text.resize(0);
  std::copy(text.data() + begin, text.data() + end, text.data());
  text.resize(end - begin);
}

/// Replaces each code point by map(point); 0 drops it. The result must never be longer than its source in either
/// encoding, which holds for every narrowing.
template <class Text, class Map>
constexpr void rewrite(Text& text, Map map) {
  auto* const units = text.data();
  std::size_t const size = text.size();
  std::size_t written = 0;
  for (std::size_t at = 0; at < size;) {
    char32_t const point = map(next(units, size, at));
    if (point != 0) written += put(units + written, point);
  }
  text.resize(written);
}

/// Takes out of a text what nobody can see: controls and marks of writing direction, which come along when text is
/// pasted (M2.3a: what a machine can convert is never sent back). Each run of line breaks and tabs that may not stand
/// there becomes one space, or one line break. All else stays to the unit. False where no other machine could read it
/// (M2.3g).
template <class Text>
[[gnu::noinline]] constexpr bool dropUnseen(Text& text, Lines lines) {
  auto* const units = text.data();
  std::size_t const size = text.size();
  std::size_t written = 0;
  bool readable = true, before = false;
  for (std::size_t at = 0; at < size;) {
    std::size_t from = at;
    char32_t const point = next(units, size, at);
    readable = readable && !isUnreadable(point);
    bool const unseen = isUnseen(point, lines), breaks = unseen && isSpace(point);
    if (breaks && !before) written += put(units + written, lines == Lines::one ? U' ' : U'\n');
    before = breaks || (before && unseen);
    while (!unseen && from < at) units[written++] = units[from++];
  }
  text.resize(written);
  return readable;
}

/// dropUnseen, then trim. Most texts are ink throughout and need neither.
template <class Text>
constexpr bool clean(Text& text, Lines lines) {
  if (isInkThroughout(text)) return true;  // unqualified: by the text's own namespace, where it has one
  bool const readable = dropUnseen(text, lines);
  trim(text);
  return readable;
}

/// Sets a text to ASCII characters.
template <class Text>
constexpr void assign(Text& text, std::string_view ascii) {
  text.resize(ascii.size());
  std::copy(ascii.begin(), ascii.end(), text.data());
}

/// Sets a text to a few code points.
template <class Text>
constexpr void assign(Text& text, std::u32string_view points) {
  text.resize(points.size() * 4 / sizeof(typename Text::value_type));
  std::size_t written = 0;
  for (char32_t const point : points) written += put(text.data() + written, point);
  text.resize(written);
}

template <class Text>
constexpr void clear(Text& text) {
  text.resize(0);
}

/// Whether a text is exactly these ASCII characters.
template <class Text>
constexpr bool is(Text const& text, std::string_view ascii) {
  return text.size() == ascii.size() && std::equal(ascii.begin(), ascii.end(), text.data());
}

/// Whether a text is exactly these code points.
template <class Text>
constexpr bool is(Text const& text, std::u32string_view points) {
  std::size_t place = 0;
  bool const same = everyPoint(text, [&](char32_t point) { return place < points.size() && points[place++] == point; });
  return same && place == points.size();
}

template <class Text>
constexpr bool isAscii(Text const& text) {
  auto const* const units = text.data();
  return std::all_of(units, units + text.size(), [](auto unit) { return (unit & ~0x7F) == 0; });
}

template <class Text>
constexpr bool same(Text const& first, Text const& second) {
  return first.size() == second.size() && std::equal(first.data(), first.data() + first.size(), second.data());
}

}  // namespace senkoi::rules
