// The small forms of access: mail address (M2.1), log-in (M3.1), recovery (M1.3), a new password by link or while
// logged in.
#pragma once

#include "senkoi/forms/new_password.hpp"
#include "senkoi/rules/mail_address.hpp"
#include "senkoi/rules/user_id.hpp"

namespace senkoi::forms {

template <class Text>
struct MailEntry {
  static constexpr std::string_view name = "mail_entry";

  Text mail;

  static constexpr auto table() {
    return std::tuple{Entry{Item::mail, &MailEntry::mail, {1, 254}, Kind::mail, "email", rules::mailAddress}};
  }
};

/// Recovery by mail: a slip of the keyboard is told, but never whether the address is registered.
template <class Text>
struct Recovery {
  static constexpr std::string_view name = "recovery";

  Text mail;

  static constexpr auto table() {
    return std::tuple{
        Entry{Item::registeredMail, &Recovery::mail, {1, 254}, Kind::mail, "email", rules::knownMailAddress}};
  }
};

/// The rule of the user ID as a row asks it.
struct UserIdRule {
  template <class Text>
  constexpr Code operator()(Text& text, Limits, Context const& context) const {
    return rules::userId(text, context);
  }
};

/// The password is only compared: no limit keeps anybody from entering the one that was set.
template <class Text>
struct LogIn {
  static constexpr std::string_view name = "log_in";

  Text userId, password;

  static constexpr auto table() {
    return std::tuple{
        Entry{Item::userId, &LogIn::userId, {10, 10}, Kind::digits, "username", UserIdRule{}},
        Entry{Item::knownPassword, &LogIn::password, {1, 20}, Kind::secret, "current-password", rules::typedPassword},
    };
  }
};

template <class Text>
struct PasswordReset {
  static constexpr std::string_view name = "password_reset";

  Text password, passwordAgain;

  static constexpr auto table() { return newPasswordEntries<PasswordReset>(); }
};

template <class Text>
constexpr void checkTogether(PasswordReset<Text>& form, Findings<PasswordReset<Text>>& codes, Context const&) {
  checkNewPassword(form, codes);
}

template <class Text>
struct PasswordChange {
  static constexpr std::string_view name = "password_change";

  Text currentPassword, password, passwordAgain;

  static constexpr auto table() {
    using Form = PasswordChange;
    return std::tuple_cat(std::tuple{Entry{Item::currentPassword,
                                           &Form::currentPassword,
                                           {1, 20},
                                           Kind::secret,
                                           "current-password",
                                           rules::typedPassword}},
                          newPasswordEntries<Form>());
  }
};

template <class Text>
constexpr void checkTogether(PasswordChange<Text>& form, Findings<PasswordChange<Text>>& codes, Context const&) {
  checkNewPassword(form, codes);
  Code& code = codes[place<PasswordChange<Text>, Item::password>];
  bool const unchanged = form.password.size() > 0 && rules::same(form.currentPassword, form.password);
  if (unchanged) code = stronger(code, Code::passwordUnchanged);
}

}  // namespace senkoi::forms
