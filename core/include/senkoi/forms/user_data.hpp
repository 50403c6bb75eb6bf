// What an applicant tells of themselves (M2.3), and may change later (M6.1). A plain struct over its text, and its
// table.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/choice.hpp"
#include "senkoi/rules/free_text.hpp"
#include "senkoi/rules/licence.hpp"
#include "senkoi/rules/person_name.hpp"
#include "senkoi/rules/phone.hpp"
#include "senkoi/rules/place.hpp"
#include "senkoi/rules/postal_code.hpp"
#include "senkoi/rules/registry_number.hpp"

namespace senkoi::forms {

template <class Text>
struct UserData {
  static constexpr std::string_view name = "user_data";

  Text familyName, givenName, registryNumber, licenceYear, licenceMonth, postalCode, prefecture, address, phone,
      residencyProgram, track, curriculumReason, curriculumReasonText, regionalQuota, regionalQuotaConsent;

  static constexpr auto table() {
    using Form = UserData;
    using rules::Choice;
    return std::tuple{
        Entry{Item::familyName, &Form::familyName, {1, 64}, Kind::text, "family-name", rules::personName},
        Entry{Item::givenName, &Form::givenName, {1, 64}, Kind::text, "given-name", rules::personName},
        Entry{Item::registryNumber, &Form::registryNumber, {7, 7}, Kind::digits, "off", rules::registryNumber},
        Entry{Item::licenceYear, &Form::licenceYear, {4, 4}, Kind::year, "off", rules::licenceYear},
        Entry{Item::licenceMonth, &Form::licenceMonth, {1, 2}, Kind::month, "off", rules::licenceMonth},
        Entry{Item::postalCode, &Form::postalCode, {8, 8}, Kind::digits, "postal-code", rules::postalCode},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "address-level1", rules::prefectureChoice},
        Entry{Item::address, &Form::address, {1, 200}, Kind::text, "street-address", rules::address},
        Entry{Item::phone, &Form::phone, {8, 16}, Kind::tel, "tel", rules::phone},
        Entry{Item::residencyProgram, &Form::residencyProgram, {1, 100}, Kind::text, "off", rules::residencyProgram},
        Entry{Item::track, &Form::track, {1, 16}, Kind::radio, "off", Choice<Item::track>{}},
        Entry{Item::curriculumReason,
              &Form::curriculumReason,
              {0, 16},
              Kind::radio,
              "off",
              Choice<Item::curriculumReason>{}},
        Entry{
            Item::curriculumReasonText, &Form::curriculumReasonText, {0, 1000}, Kind::textarea, "off", rules::freeText},
        Entry{Item::regionalQuota, &Form::regionalQuota, {1, 16}, Kind::radio, "off", Choice<Item::regionalQuota>{}},
        Entry{Item::regionalQuotaConsent,
              &Form::regionalQuotaConsent,
              {0, 16},
              Kind::checkbox,
              "off",
              Choice<Item::regionalQuotaConsent>{}},
    };
  }
};

/// A date that stands in one of the two items of the licence is spread over both; a month or year that says otherwise
/// is never overwritten.
template <class Form>
[[gnu::cold, gnu::noinline]] constexpr void spreadLicence(Form& form, Findings<Form>& codes) {
  Code& yearCode = codes[place<Form, Item::licenceYear>];
  Code& monthCode = codes[place<Form, Item::licenceMonth>];
  bool const inYear = !refuses(yearCode) && form.licenceYear.size() > 4;
  bool const inMonth = !refuses(monthCode) && form.licenceMonth.size() > 2;
  if (!inYear && !inMonth) return;
  std::array<char, 7> date{};
  auto const& from = inYear ? form.licenceYear : form.licenceMonth;
  std::copy(from.data(), from.data() + from.size(), date.begin());
  std::string_view const year{date.data(), 4}, month{date.data() + 5, from.size() - 5};
  bool const same = inYear && inMonth && rules::same(form.licenceYear, form.licenceMonth);
  if (inYear && !same && form.licenceMonth.size() > 0 && !rules::is(form.licenceMonth, month)) {
    yearCode = Code::licenceYearUnreadable;
  } else if (inMonth && !same && form.licenceYear.size() > 0 && !rules::is(form.licenceYear, year)) {
    monthCode = Code::licenceMonthOutOfRange;
  } else {
    if (form.licenceMonth.size() == 0) monthCode = Code::licenceDateSplit;
    if (form.licenceYear.size() == 0) yearCode = Code::licenceDateSplit;
    rules::assign(form.licenceYear, year);
    rules::assign(form.licenceMonth, month);
  }
}

/// The licence's month against today and the season, 「なし」 against the licence (M2.3b, M2.3h).
template <class Form>
constexpr void checkLicence(Form& form, Findings<Form>& codes, Context const& context) {
  if (form.licenceYear.size() > 4 || form.licenceMonth.size() > 2) spreadLicence(form, codes);
  Code& yearCode = codes[place<Form, Item::licenceYear>];
  Code& monthCode = codes[place<Form, Item::licenceMonth>];
  if (refuses(yearCode) || refuses(monthCode)) return;
  int const year = rules::numberIn(form.licenceYear), month = rules::numberIn(form.licenceMonth);
  if (rules::inFuture(year, month, context.now)) {
    monthCode = Code::licenceInFuture;
    return;
  }
  bool const recent = context.startYear > 0 && rules::yearsSinceLicence(year, month, context.startYear) < 3;
  if (recent) yearCode = stronger(yearCode, Code::licenceRecent);
  Code& residencyCode = codes[place<Form, Item::residencyProgram>];
  bool const unexpected = rules::isNoResidency(form.residencyProgram) && !rules::beforeResidency(year, month);
  if (unexpected) residencyCode = stronger(residencyCode, Code::residencyNoneUnexpected);
}

/// Postal code, prefecture and address against each other. The prefecture is an item of its own: the address does not
/// repeat it (M2.3).
template <class Form>
[[gnu::noinline]] constexpr void checkPlace(Form& form, Findings<Form>& codes) {
  if (refuses(codes[place<Form, Item::prefecture>])) return;
  auto const prefecture = static_cast<unsigned>(rules::numberIn(form.prefecture));
  Code& postalCode = codes[place<Form, Item::postalCode>];
  if (!refuses(postalCode) && !rules::mayLieIn(form.postalCode, prefecture)) postalCode = Code::postalCodeElsewhere;
  Code& addressCode = codes[place<Form, Item::address>];
  if (refuses(addressCode)) return;
  rules::NamedPrefecture const named = rules::prefectureAtHead(form.address);
  if (named.number == 0 || named.size == form.address.size()) return;
  if (named.number == prefecture) {
    rules::crop(form.address, named.size, form.address.size());
    rules::trim(form.address);
  }
  addressCode =
      stronger(addressCode, named.number == prefecture ? Code::addressPrefectureDropped : Code::addressElsewhere);
}

/// The curriculum track needs a reason, the third one in writing (M2.3d). What no longer applies is emptied.
template <class Form>
constexpr void checkTrack(Form& form, Findings<Form>& codes) {
  Code& reasonCode = codes[place<Form, Item::curriculumReason>];
  Code& textCode = codes[place<Form, Item::curriculumReasonText>];
  bool const program = rules::is(form.track, "program");
  if (program) rules::clear(form.curriculumReason), reasonCode = Code::ok;
  bool const reasonMissing = rules::is(form.track, "curriculum") && form.curriculumReason.size() == 0;
  if (reasonMissing) reasonCode = stronger(reasonCode, Code::curriculumReasonNeeded);
  bool const other = rules::is(form.curriculumReason, "other");
  if (other && form.curriculumReasonText.size() == 0) textCode = stronger(textCode, Code::curriculumReasonTextNeeded);
  if (other || refuses(reasonCode)) return;
  rules::clear(form.curriculumReasonText);
  textCode = Code::ok;
}

/// Who entered by regional quota consents to the check against the ministry's list (M2.3e).
template <class Form>
constexpr void checkRegionalQuota(Form& form, Findings<Form>& codes) {
  Code& consentCode = codes[place<Form, Item::regionalQuotaConsent>];
  if (rules::is(form.regionalQuota, "no")) {
    rules::clear(form.regionalQuotaConsent);
    consentCode = Code::ok;
  }
  bool const missing = rules::is(form.regionalQuota, "yes") && form.regionalQuotaConsent.size() == 0;
  if (missing) consentCode = stronger(consentCode, Code::regionalQuotaConsentNeeded);
}

template <class Text>
[[gnu::noinline]] constexpr void checkTogether(UserData<Text>& form, Findings<UserData<Text>>& codes,
                                               Context const& context) {
  checkLicence(form, codes, context);
  checkPlace(form, codes);
  checkTrack(form, codes);
  checkRegionalQuota(form, codes);
}

}  // namespace senkoi::forms
