// What a director writes beside a deed: why and by whom an application is held, and why an applicant's data is changed
// (S1). Plain structs over their text, and their tables.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/free_text.hpp"

namespace senkoi::forms {

/// An empty reason or note is told in words of its own (checkTogether), not in those of any empty entry.
template <class Text>
struct Hold {
  static constexpr std::string_view name = "hold";

  Text reason, owner;

  static constexpr auto table() {
    using Form = Hold;
    return std::tuple{
        Entry{Item::heldReason, &Form::reason, {0, 200}, Kind::text, "off", rules::freeText},
        Entry{Item::heldOwner, &Form::owner, {1, 64}, Kind::text, "name", rules::freeText},
    };
  }
};

template <class Text>
constexpr void checkTogether(Hold<Text>& form, Findings<Hold<Text>>& codes, Context const&) {
  Code& code = codes[place<Hold<Text>, Item::heldReason>];
  if (form.reason.size() == 0) code = stronger(code, Code::heldReasonNeeded);
}

template <class Text>
struct DataNote {
  static constexpr std::string_view name = "data_note";

  Text note;

  static constexpr auto table() {
    return std::tuple{Entry{Item::dataNote, &DataNote::note, {0, 500}, Kind::textarea, "off", rules::freeText}};
  }
};

template <class Text>
constexpr void checkTogether(DataNote<Text>& form, Findings<DataNote<Text>>& codes, Context const&) {
  Code& code = codes[place<DataNote<Text>, Item::dataNote>];
  if (form.note.size() == 0) code = stronger(code, Code::noteNeeded);
}

}  // namespace senkoi::forms
