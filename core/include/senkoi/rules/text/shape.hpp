// Changing a text in place. A text is anything with value_type (char or char16_t), data(), size() and resize(n):
// std::string in the server, a slot of linear memory in the browser (wasm/block.hpp). No heap of its own; pure.
#pragma once

#include <algorithm>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/invisible.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

enum class Lines { one, many };

/// Whether what joins characters and chooses their forms is part of the text (names, free text) or noise (numbers,
/// addresses, passwords).
enum class Joiners { go, stay };

/// What nobody sees: controls, marks of writing direction, everything else that is ignorable. Line breaks and tabs are
/// seen in texts of many lines only.
bool isUnseen(char32_t point, Lines lines);

/// Whether a text is surely ink throughout: seen and read everywhere, without white space. Here, where it is ASCII; a
/// text of another kind may know of more, and faster (wasm/block.hpp).
template <class Text>
constexpr bool isInkThroughout(Text const& text) {
  auto const* const units = text.data();
  return std::all_of(units, units + text.size(), [](auto unit) { return unit > 0x20 && unit < 0x7F; });
}

/// Leaves of a text what stands from one place to another.
template <class Text>
[[gnu::cold, gnu::noinline]] constexpr void crop(Text& text, std::size_t begin, std::size_t end) {
  std::copy(text.data() + begin, text.data() + end, text.data());
  text.resize(end - begin);
}

/// Takes off both ends white space, U+3000 included (M2.3g), and what nobody sees. A selector behind the last character
/// is part of it.
template <class Text>
[[gnu::cold, gnu::noinline]] constexpr void trim(Text& text) {
  std::size_t const size = text.size();
  std::size_t begin = size, end = 0;
  for (std::size_t at = 0; at < size;) {
    std::size_t const from = at;
    char32_t const point = next(text.data(), size, at);
    bool const seen = !isSpace(point) && !isUnseen(point, Lines::one);
    if (!seen && !(end == from && from != 0 && isSelector(point))) continue;
    begin = std::min(begin, from);
    end = at;
  }
  if (begin != 0 || end != size) crop(text, std::min(begin, end), end);
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

/// Takes out of a text what nobody can see, which comes along when text is pasted (M2.3a: what a machine can convert is
/// never sent back). Each run of line breaks and tabs that may not stand there becomes one space, or one line break.
/// All else stays to the unit. unreadableCharacter where no other machine could read it (M2.3g); invisibleDropped where
/// something went that is neither a control nor a mark of direction.
template <class Text>
[[gnu::cold, gnu::noinline]] constexpr Code dropUnseen(Text& text, Lines lines, Joiners joiners) {
  auto* const units = text.data();
  std::size_t const size = text.size();
  std::size_t written = 0;
  bool readable = true, before = false, dropped = false;
  for (std::size_t at = 0; at < size;) {
    std::size_t from = at;
    char32_t const point = next(units, size, at);
    readable = readable && !isUnreadable(point);
    bool const stays = joiners == Joiners::stay && isJoiner(point);
    bool const unseen = !stays && isUnseen(point, lines), breaks = unseen && isSpace(point);
    dropped = dropped || (unseen && !isControl(point) && !isDirection(point));
    if (breaks && !before) written += put(units + written, lines == Lines::one ? U' ' : U'\n');
    before = breaks || (before && unseen);
    while (!unseen && from < at) units[written++] = units[from++];
  }
  text.resize(written);
  if (!readable) return Code::unreadableCharacter;
  return dropped ? Code::invisibleDropped : Code::ok;
}

/// trim, then dropUnseen: so that invisibleDropped speaks of the inside alone. Most texts are ink throughout and need
/// neither.
template <class Text>
constexpr Code clean(Text& text, Lines lines, Joiners joiners) {
  if (isInkThroughout(text)) return Code::ok;  // unqualified: by the text's own namespace, where it has one
  trim(text);
  return dropUnseen(text, lines, joiners);
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
