// New registration (M2.3): the applicant's data and a new password, twice.
#pragma once

#include "senkoi/forms/new_password.hpp"
#include "senkoi/forms/user_data.hpp"

namespace senkoi::forms {

/// Derived, so that the data is described once and can be handed on as UserData.
template <class Text>
struct Registration : UserData<Text> {
  static constexpr std::string_view name = "registration";

  Text password, passwordAgain;

  static constexpr auto table() { return std::tuple_cat(UserData<Text>::table(), newPasswordEntries<Registration>()); }
};

template <class Text>
constexpr void checkTogether(Registration<Text>& form, Findings<Registration<Text>>& codes, Context const& context) {
  UserData<Text>& data = form;
  Findings<UserData<Text>> dataCodes{};
  std::copy_n(codes.begin(), dataCodes.size(), dataCodes.begin());
  checkTogether(data, dataCodes, context);
  std::copy(dataCodes.begin(), dataCodes.end(), codes.begin());
  checkNewPassword(form, codes);
  Code& passwordCode = codes[place<Registration<Text>, Item::password>];
  bool const numberKnown = !refuses(codes[place<Registration<Text>, Item::registryNumber>]);
  bool const guessed = numberKnown && rules::contains(form.password, form.registryNumber);
  if (guessed) passwordCode = stronger(passwordCode, Code::passwordWeak);
}

}  // namespace senkoi::forms
