// Search for programs (M3.3): every entry may stay empty.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/choice.hpp"
#include "senkoi/rules/free_text.hpp"

namespace senkoi::forms {

template <class Text>
struct ProgramSearch {
  static constexpr std::string_view name = "program_search";

  Text prefecture, facility, programName;

  static constexpr auto table() {
    using Form = ProgramSearch;
    return std::tuple{
        Entry{Item::soughtPrefecture, &Form::prefecture, {0, 2}, Kind::select, "off", rules::prefectureChoice},
        Entry{Item::soughtFacility, &Form::facility, {0, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::soughtName, &Form::programName, {0, 100}, Kind::text, "off", rules::freeText},
    };
  }
};

}  // namespace senkoi::forms
