// What each code says to a user, in Japanese and English. A sentence tells what to do. It may hold {label} (the label
// of the item at hand), {min} and {max} (its limits); fill() puts them in. Views live as long as the program;
// thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/language.hpp"

namespace senkoi::words {

/// Empty for Code::ok alone.
std::string_view sentence(Code code, Language language);

/// What a sentence speaks of, where it holds placeholders.
struct Subject {
  std::string_view label;
  unsigned min = 0;
  unsigned max = 0;
};

/// The sentence with its placeholders replaced.
std::string fill(std::string_view sentence, Subject const& subject);

}  // namespace senkoi::words
