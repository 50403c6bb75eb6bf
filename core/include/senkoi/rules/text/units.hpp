// Reading and writing code points in UTF-8 (char) and UTF-16 (char16_t), so that one rule serves the server and the
// browser without transcoding. Malformed UTF-8 and lone surrogates read as U+FFFD. No heap, no exceptions; pure.
#pragma once

#include <cstddef>

namespace senkoi::rules {

inline constexpr char32_t replacement = 0xFFFD;

/// The code point at `at`, which moves behind it (always by one unit at least). `at` < `size`.
constexpr char32_t next(char16_t const* units, std::size_t size, std::size_t& at) {
  char32_t const first = units[at++];
  if (first < 0xD800 || first > 0xDFFF) return first;
  if (first > 0xDBFF || at == size) return replacement;
  char32_t const second = units[at];
  if (second < 0xDC00 || second > 0xDFFF) return replacement;
  ++at;
  return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

/// The same for UTF-8, strict: overlong forms, surrogates and values above U+10FFFF are malformed (RFC 3629).
constexpr char32_t next(char const* units, std::size_t size, std::size_t& at) {
  auto const byte = [&](std::size_t place) { return static_cast<unsigned char>(units[place]); };
  char32_t const first = byte(at++);
  if (first < 0x80) return first;
  if (first < 0xC2 || first > 0xF4) return replacement;
  unsigned const more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t point = first & (0x3FU >> more);
  for (unsigned i = 0; i < more; ++i) {
    if (at == size || (byte(at) & 0xC0) != 0x80) return replacement;
    point = (point << 6) | (byte(at) & 0x3FU);
    bool const overlong = i == 0 && ((more == 2 && point < 0x20) || (more == 3 && point < 0x10));
    bool const outside = i == 0 && ((more == 2 && point >= 0x360 && point <= 0x37F) || (more == 3 && point > 0x10F));
    if (overlong || outside) return replacement;
    ++at;
  }
  return point;
}

/// Writes a code point (not a surrogate), returns how many units that took.
constexpr std::size_t put(char16_t* units, char32_t point) {
  if (point < 0x10000) {
    units[0] = static_cast<char16_t>(point);
    return 1;
  }
  units[0] = static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
  units[1] = static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
  return 2;
}

constexpr std::size_t put(char* units, char32_t point) {
  auto const write = [&](std::size_t place, char32_t value) { units[place] = static_cast<char>(value); };
  if (point < 0x80) return write(0, point), 1;
  if (point < 0x800) return write(0, 0xC0 | (point >> 6)), write(1, 0x80 | (point & 0x3F)), 2;
  if (point < 0x10000) {
    write(0, 0xE0 | (point >> 12)), write(1, 0x80 | ((point >> 6) & 0x3F)), write(2, 0x80 | (point & 0x3F));
    return 3;
  }
  write(0, 0xF0 | (point >> 18)), write(1, 0x80 | ((point >> 12) & 0x3F));
  write(2, 0x80 | ((point >> 6) & 0x3F)), write(3, 0x80 | (point & 0x3F));
  return 4;
}

/// Calls visit(code point) for each; stops and returns false when the visitor returns false.
template <class Text, class Visit>
constexpr bool everyPoint(Text const& text, Visit visit) {
  auto const* const units = text.data();
  std::size_t const size = text.size();
  for (std::size_t at = 0; at < size;) {
    if (!visit(next(units, size, at))) return false;
  }
  return true;
}

template <class Text>
constexpr std::size_t countPoints(Text const& text) {
  std::size_t count = 0;
  everyPoint(text, [&](char32_t) { return ++count, true; });
  return count;
}

/// True where the text takes more than `most` UTF-16 units; looks at no more of it than needed.
constexpr bool longerThan(char16_t const*, std::size_t size, std::size_t most) {
  return size > most;
}
constexpr bool longerThan(char const* units, std::size_t size, std::size_t most) {
  if (size <= most) return false;
  if (size > 3 * most) return true;
  std::size_t length = 0;
  for (std::size_t at = 0; at < size;) length += next(units, size, at) > 0xFFFF ? 2 : 1;
  return length > most;
}

}  // namespace senkoi::rules
