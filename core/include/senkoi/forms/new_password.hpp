// A new password is entered twice, in whichever form (M2.3f): its two rows and the rule between them.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/password.hpp"

namespace senkoi::forms {

static_assert(Limits{6, 20}.units() == rules::PasswordPolicy::room, "an operator's longest password fits its slot");

template <class Form>
constexpr auto newPasswordEntries() {
  return std::tuple{
      Entry{Item::password, &Form::password, {6, 20}, Kind::secret, "new-password", rules::password},
      Entry{Item::passwordAgain, &Form::passwordAgain, {1, 20}, Kind::secret, "new-password", rules::typedPassword},
  };
}

/// Both entries are equal to the unit; asked only where both are there.
template <class Form>
constexpr void checkNewPassword(Form const& form, Findings<Form>& codes) {
  if (form.password.size() == 0 || form.passwordAgain.size() == 0) return;
  Code& code = codes[place<Form, Item::passwordAgain>];
  if (!rules::same(form.password, form.passwordAgain)) code = stronger(code, Code::passwordMismatch);
}

}  // namespace senkoi::forms
