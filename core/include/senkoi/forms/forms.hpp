// All forms of the applicant, as a list of types for those that visit every form (wasm, the emitter of words, tests).
#pragma once

#include "senkoi/forms/access.hpp"
#include "senkoi/forms/list.hpp"
#include "senkoi/forms/program_search.hpp"
#include "senkoi/forms/registration.hpp"

namespace senkoi::forms {

/// The order is the number of the form at the boundary to JavaScript.
template <class Text>
using AllForms = std::tuple<MailEntry<Text>, Registration<Text>, UserData<Text>, LogIn<Text>, Recovery<Text>,
                            PasswordReset<Text>, PasswordChange<Text>, ProgramSearch<Text>>;

inline constexpr std::size_t formCount = std::tuple_size_v<AllForms<std::string_view>>;

/// Calls visit.template operator()<Form>() for each form over this text.
template <class Text, class Visit>
constexpr void forEachForm(Visit&& visit) {
  forEachOf<AllForms<Text>>(visit);
}

}  // namespace senkoi::forms
