// Names of the kinds of seats and groups that the published tables know (T1): what a season that uses one of them is
// offered as its name, and the sentence that tells an applicant what the kind means. Views live as long as the program;
// thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "senkoi/codes/language.hpp"

namespace senkoi::words {

struct KnownKind {
  std::string_view code;
  bool group;  // holds kinds together; nobody applies to it
  Bilingual name;
  Bilingual sentence;  // empty for a group
};

/// In the order of the tables.
std::span<KnownKind const> knownKinds();
/// The code itself where it is none of those.
std::string_view kindName(std::string_view code, Language language);
/// Headings of the published tables beside those of items.
Bilingual statusHeading();
Bilingual sourceHeading();

}  // namespace senkoi::words
