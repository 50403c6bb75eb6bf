// How staff come in (S1, S3, S4; reliability 14): log-in, recovery, a password and confirmation code by the link of an
// invitation or a recovery, and the invitation itself.
#pragma once

#include "senkoi/forms/new_password.hpp"
#include "senkoi/rules/choice.hpp"
#include "senkoi/rules/confirmation_code.hpp"
#include "senkoi/rules/free_text.hpp"
#include "senkoi/rules/mail_address.hpp"

namespace senkoi::forms {

/// A code takes six digits or sixteen letters in groups.
inline constexpr Limits confirmationLimits{6, 19};

template <class Text>
struct StaffLogIn {
  static constexpr std::string_view name = "staff_log_in";

  Text mail, password, confirmationCode;

  static constexpr auto table() {
    using Form = StaffLogIn;
    return std::tuple{
        Entry{Item::staffMail, &Form::mail, {1, 254}, Kind::mail, "username", rules::knownMailAddress},
        Entry{Item::knownPassword, &Form::password, {1, 64}, Kind::secret, "current-password", rules::typedPassword},
        Entry{Item::confirmationCode, &Form::confirmationCode, confirmationLimits, Kind::text, "one-time-code",
              rules::confirmationCode},
    };
  }
};

/// A slip of the keyboard is told, but never whether the address is known.
template <class Text>
struct StaffRecovery {
  static constexpr std::string_view name = "staff_recovery";

  Text mail;

  static constexpr auto table() {
    return std::tuple{
        Entry{Item::staffMail, &StaffRecovery::mail, {1, 254}, Kind::mail, "email", rules::knownMailAddress}};
  }
};

template <class Text>
struct StaffJoin {
  static constexpr std::string_view name = "staff_join";

  Text password, passwordAgain, confirmationCode;

  static constexpr auto table() {
    using Form = StaffJoin;
    return std::tuple{
        Entry{Item::staffPassword, &Form::password, {12, 64}, Kind::secret, "new-password", rules::staffPassword},
        Entry{Item::passwordAgain, &Form::passwordAgain, {1, 64}, Kind::secret, "new-password", rules::typedPassword},
        Entry{Item::confirmationCode, &Form::confirmationCode, confirmationLimits, Kind::text, "one-time-code",
              rules::confirmationCode},
    };
  }
};

template <class Text>
constexpr void checkTogether(StaffJoin<Text>& form, Findings<StaffJoin<Text>>& codes, Context const&) {
  checkNewPassword(form, codes);
}

/// Whom a director's invitation makes decide for which programs is said beside the form: they are no text.
template <class Text>
struct StaffInvitation {
  static constexpr std::string_view name = "staff_invitation";

  Text role, field, staffName, mail, language;

  static constexpr auto table() {
    using Form = StaffInvitation;
    return std::tuple{
        Entry{Item::staffRole, &Form::role, {1, 8}, Kind::select, "off", rules::Choice<Item::staffRole>{}},
        Entry{Item::staffField, &Form::field, {0, 2}, Kind::select, "off", rules::Choice<Item::staffField>{}},
        Entry{Item::staffName, &Form::staffName, {1, 80}, Kind::text, "off", rules::freeText},
        Entry{Item::invitedMail, &Form::mail, {1, 254}, Kind::mail, "off", rules::knownMailAddress},
        Entry{Item::staffLanguage, &Form::language, {1, 2}, Kind::select, "off", rules::Choice<Item::staffLanguage>{}},
    };
  }
};

/// The board works for all fields; everybody else for one.
template <class Text>
constexpr void checkTogether(StaffInvitation<Text>& form, Findings<StaffInvitation<Text>>& codes, Context const&) {
  Code& code = codes[place<StaffInvitation<Text>, Item::staffField>];
  if (rules::is(form.role, senkoi::name(Role::board))) {
    rules::clear(form.field);
    code = Code::ok;
  } else if (form.field.size() == 0) {
    code = stronger(code, Code::choiceRequired);
  }
}

}  // namespace senkoi::forms
