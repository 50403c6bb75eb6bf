// The modules that are made of these sources: the applicant's, and that of staff, so that neither page carries the
// other's forms. Which one is being made is said by SENKOI_STAFF_MODULE or SENKOI_FORMS_MODULE (CMakeLists.txt).
#pragma once

#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/forms.hpp"
#include "senkoi/forms/staff_forms.hpp"

namespace senkoi::wasm {

/// The forms in the order of their numbers, and the last code that a form or a move may be answered with: what stands
/// behind it is said by the server alone.
struct ApplicantModule {
  template <class Text>
  using Forms = forms::AllForms<Text>;
  static constexpr Code lastCode = Code::liveApplication;
};

struct StaffModule {
  template <class Text>
  using Forms = forms::StaffForms<Text>;
  static constexpr Code lastCode = Code::csvNotYours;
};

/// What a page pays that checks an applicant's forms and does nothing else (tests/bench).
struct FormsModule {
  template <class Text>
  using Forms = std::tuple<forms::MailEntry<Text>, forms::Registration<Text>, forms::UserData<Text>, forms::LogIn<Text>,
                           forms::Recovery<Text>, forms::PasswordReset<Text>, forms::PasswordChange<Text>>;
  static constexpr Code lastCode = Code::userIdCheckDigit;
};

#ifdef SENKOI_STAFF_MODULE
using ThisModule = StaffModule;
#elif defined SENKOI_FORMS_MODULE
using ThisModule = FormsModule;
#else
using ThisModule = ApplicantModule;
#endif

}  // namespace senkoi::wasm
