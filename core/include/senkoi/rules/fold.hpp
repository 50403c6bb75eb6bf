// Folding of Japanese text for searching (M3.3, M3.4): blind to width, to hiragana and katakana, to case, to the marks
// of Latin letters (Tōkyō), to old and variant kanji, to the many hyphens and wave dashes, to brackets (㈱ and (株)). A
// folded text is for comparing only; names keep their code points (M2.3g). Folded text is UTF-16 in the server and the
// browser alike, never longer than its source in UTF-16. Agrees with Unicode's NFKC casefolding on the ranges that
// Japanese names use (tests/core/fold_test.cpp). Pure; no heap; thread-safe.
#pragma once

#include <cstddef>

#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

/// What a point is compared as; 0: it is not compared (spaces, controls, brackets, dots between words, combining marks,
/// variation selectors). U+3099 and U+309A stand for any voiced and semi-voiced mark, which fold() composes with the
/// kana before it.
char32_t foldPoint(char32_t point);

/// The kana with the mark (か + U+3099 → が); the kana itself where there is none such.
char16_t composeKana(char16_t kana, char32_t mark);

/// Writes the folded text and returns its length in UTF-16 units. `folded` has room for the source in UTF-16
/// (text.size() units are enough), and may be the source itself where that is UTF-16.
template <class Text>
std::size_t fold(Text const& text, char16_t* folded) {
  std::size_t written = 0;
  everyPoint(text, [&](char32_t source) {
    char32_t const point = foldPoint(source);
    bool const mark = point == 0x3099 || point == 0x309A;
    if (mark && written != 0) folded[written - 1] = composeKana(folded[written - 1], point);
    if (!mark && point != 0) written += put(folded + written, point);
    return true;
  });
  return written;
}

}  // namespace senkoi::rules
