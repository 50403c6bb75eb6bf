// All forms of staff, as a list of types; the applicant's data and user ID among them, which staff read and change
// (S1).
#pragma once

#include "senkoi/forms/access.hpp"
#include "senkoi/forms/directing.hpp"
#include "senkoi/forms/list.hpp"
#include "senkoi/forms/office_forms.hpp"
#include "senkoi/forms/staff_access.hpp"
#include "senkoi/forms/user_data.hpp"

namespace senkoi::forms {

/// The order is the number of the form at the boundary to JavaScript.
template <class Text>
using StaffForms = std::tuple<StaffLogIn<Text>, StaffRecovery<Text>, StaffJoin<Text>, StaffInvitation<Text>, Hold<Text>,
                              DataNote<Text>, UserData<Text>, LogIn<Text>, ProgramEntry<Text>, NoticeEntry<Text>,
                              RoundEntry<Text>, CeilingEntry<Text>>;

}  // namespace senkoi::forms
