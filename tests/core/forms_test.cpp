// What the forms promise beside the case tables: places, limits, changes; the resident form of the browser, natively.
#include "senkoi/forms/forms.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "wasm/block.hpp"
#include "wasm/description.hpp"

namespace senkoi::forms {
namespace {

using Text = std::string;
using wasm::Resident;
using wasm::Slot;

rules::Context const context{.now = 1540436400000, .startYear = 2019, .password = {}, .mailDomains = {}};

TEST(Forms, NamesAreUniqueAmongFormsAndWithinEach) {
  std::set<std::string_view> names;
  forEachForm<Text>([&]<class Form>() {
    EXPECT_TRUE(names.insert(Form::name).second);
    std::set<std::string_view> itemsOfForm;
    forEachItem<Form>([&](auto const& entry) { EXPECT_TRUE(itemsOfForm.insert(name(entry.item)).second); });
  });
  EXPECT_EQ(names.size(), formCount);
}

TEST(Forms, UserDataIsTheRegistrationWithoutItsPasswords) {
  auto const& data = items<UserData<Text>>;
  auto const& whole = items<Registration<Text>>;
  EXPECT_TRUE(std::equal(data.begin(), data.end(), whole.begin()));
  EXPECT_EQ(whole.size(), data.size() + 2);
}

TEST(Forms, APlaceIsFoundAtCompileTime) {
  static_assert(place<LogIn<Text>, Item::knownPassword> == 1);
  static_assert(placeOf<LogIn<Text>>(Item::mail) == itemCount<LogIn<Text>>);
}

TEST(Forms, M2_3f_ThePolicyIsTheLimitOfANewPassword) {
  rules::Context policy = context;
  policy.password = {8, 30};
  Limits const limits = limitsOf(Item::password, {6, 20}, policy);
  EXPECT_EQ(limits.min, 8);
  EXPECT_EQ(limits.max, 30);
  EXPECT_EQ(limitsOf(Item::address, {1, 200}, policy).max, 200);
}

TEST(Forms, M2_4_TellsWhatIsAboutToChange) {
  UserData<Text> before, after;
  before.phone = "0312345678";
  after.phone = "0312345679";
  auto const changed = changes(before, after);
  for (std::size_t row = 0; row < changed.size(); ++row) {
    EXPECT_EQ(changed[row], items<UserData<Text>>[row] == Item::phone);
  }
}

TEST(Forms, AnItemAloneAnswersAsInItsForm) {
  Registration<Text> form;
  form.registryNumber = "１２３４５６";
  EXPECT_EQ(checkItem(form, place<Registration<Text>, Item::registryNumber>, context), Code::registryNumberPadded);
  EXPECT_EQ(form.registryNumber, "0123456");
}

TEST(Forms, TheStrongestIsToldElseTheFirst) {
  EXPECT_EQ(stronger(Code::licenceYearConverted, Code::licenceRecent), Code::licenceRecent);
  EXPECT_EQ(stronger(Code::licenceRecent, Code::licenceYearConverted), Code::licenceRecent);
  EXPECT_EQ(stronger(Code::tooLong, Code::passwordMismatch), Code::tooLong);
}

template <class Form>
void enter(Resident<Form>& resident, Slot Form::*member, std::u16string_view text) {
  Slot& slot = resident.form().*member;
  std::copy_n(text.begin(), std::min<std::size_t>(text.size(), slot.room), slot.data());
  slot.resize(text.size());
}

TEST(ResidentForm, SlotsLieBehindEachOtherAndFillTheBlock) {
  forEachForm<Slot>([]<class Form>() {
    auto const resident = std::make_unique<Resident<Form>>();
    char16_t const* end = resident->block().units;
    for (std::size_t row = 0; row < itemCount<Form>; ++row) {
      Slot const& slot = resident->form().*rows<Form>[row].member;
      EXPECT_EQ(slot.units, end);
      EXPECT_EQ(slot.length, resident->block().lengths + row);
      end += slot.room;
    }
    EXPECT_EQ(end, resident->block().units + wasm::unitCount<Form>);
    EXPECT_EQ(static_cast<void*>(&resident->block()), static_cast<void*>(resident.get()));
  });
}

TEST(ResidentForm, ATextOfAnyToldLengthIsNeverReadPastItsSlot) {
  using Form = PasswordReset<Slot>;
  auto const resident = std::make_unique<Resident<Form>>();
  std::u16string const endless(70, u'a');
  enter(*resident, &Form::password, endless);
  enter(*resident, &Form::passwordAgain, endless);
  for (std::uint32_t& length : resident->block().lengths) length = 0xFFFFFFFF;
  EXPECT_TRUE(resident->check(context));
  EXPECT_EQ(resident->block().codes[0], Code::tooLong);
  EXPECT_EQ(resident->block().codes[1], Code::tooLong);
}

TEST(ResidentForm, TellsWhetherThereIsAnythingToSayAndWritesEachCode) {
  using Form = LogIn<Slot>;
  auto const resident = std::make_unique<Resident<Form>>();
  enter(*resident, &Form::password, u"Tsubaki7482");
  EXPECT_TRUE(resident->check(context));
  EXPECT_EQ(resident->block().codes[0], Code::required);
  EXPECT_EQ(resident->block().codes[1], Code::ok);
  enter(*resident, &Form::userId, u"0248391621");
  EXPECT_FALSE(resident->check(context));
  EXPECT_EQ(resident->block().codes[0], Code::ok);
}

TEST(Description, NamesCodesPeriodsStatesAndForms) {
  std::string_view const text{wasm::description<wasm::ApplicantModule>.data()};
  EXPECT_EQ(text.size() + 1, wasm::description<wasm::ApplicantModule>.size());
  EXPECT_TRUE(text.starts_with("ok0 required3 "));
  EXPECT_NE(text.find(" live_application3\nbefore registration gap"), text.npos);
  EXPECT_NE(text.find("\napplied withdrawn adopted rejected held declined\nmail_entry mail:533\n"), text.npos);
  EXPECT_NE(text.find("\nlog_in user_id:45 password:65\n"), text.npos);
}

}  // namespace
}  // namespace senkoi::forms
