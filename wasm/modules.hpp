// The modules that are made of these sources: the applicant's, and that of staff, so that neither page carries the
// other's forms. Which one is being made is said by SENKOI_STAFF_MODULE (CMakeLists.txt).
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

#ifdef SENKOI_STAFF_MODULE
using ThisModule = StaffModule;
#else
using ThisModule = ApplicantModule;
#endif

}  // namespace senkoi::wasm
