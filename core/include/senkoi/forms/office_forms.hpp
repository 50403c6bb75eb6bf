// What offices enter (S3, S4): programs, notices, the rounds of a season, ceilings, and the rows of the tables they
// import. Plain structs over their text, and their tables. An empty text where the limits allow it means: none.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/choice.hpp"
#include "senkoi/rules/free_text.hpp"
#include "senkoi/rules/local_date_time.hpp"
#include "senkoi/rules/mail_address.hpp"
#include "senkoi/rules/program_facts.hpp"
#include "senkoi/rules/registry_number.hpp"
#include "senkoi/rules/whole_number.hpp"

namespace senkoi::forms {

/// More seats than any program has had.
inline constexpr std::uint16_t largestCapacity = 999;

template <class Text>
struct ProgramEntry {
  static constexpr std::string_view name = "program_entry";

  Text field, prefecture, facility, programName, capacity, rounds, director, department, phone, mail, address, url;

  static constexpr auto table() {
    using Form = ProgramEntry;
    return std::tuple{
        Entry{Item::programField, &Form::field, {2, 2}, Kind::select, "off", rules::fieldChoice},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "off", rules::prefectureChoice},
        Entry{Item::facility, &Form::facility, {1, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::programName, &Form::programName, {1, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::capacity, &Form::capacity, {1, largestCapacity}, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::recruitingRounds, &Form::rounds, {1, 8}, Kind::text, "off", rules::recruitingRounds},
        Entry{Item::programDirector, &Form::director, {1, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::department, &Form::department, {0, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::programPhone, &Form::phone, {0, 40}, Kind::tel, "off", rules::shownPhone},
        Entry{Item::programMail, &Form::mail, {0, 254}, Kind::mail, "off", rules::knownMailAddress},
        Entry{Item::programAddress, &Form::address, {0, 200}, Kind::text, "off", rules::freeText},
        Entry{Item::programUrl, &Form::url, {0, 300}, Kind::text, "off", rules::webAddress},
    };
  }
};

/// A field is the board's to choose: empty for all.
template <class Text>
struct NoticeEntry {
  static constexpr std::string_view name = "notice_entry";

  Text field, publishedAt, titleJa, titleEn, bodyJa, bodyEn;

  static constexpr auto table() {
    using Form = NoticeEntry;
    return std::tuple{
        Entry{Item::noticeField, &Form::field, {0, 2}, Kind::select, "off", rules::fieldChoice},
        Entry{Item::publishedAt, &Form::publishedAt, {16, 16}, Kind::text, "off", rules::localDateTime},
        Entry{Item::titleJa, &Form::titleJa, {1, 100}, Kind::text, "off", rules::freeText},
        Entry{Item::bodyJa, &Form::bodyJa, {1, 4000}, Kind::textarea, "off", rules::freeText},
        Entry{Item::titleEn, &Form::titleEn, {0, 200}, Kind::text, "off", rules::freeText},
        Entry{Item::bodyEn, &Form::bodyEn, {0, 4000}, Kind::textarea, "off", rules::freeText},
    };
  }
};

/// One round of the master schedule. Whether its periods follow each other is the calendar's to say (checkSeason).
template <class Text>
struct RoundEntry {
  static constexpr std::string_view name = "round_entry";

  Text registrationFrom, registrationUntil, adoptionFrom, adoptionUntil, notificationAt;

  static constexpr auto table() {
    using Form = RoundEntry;
    return std::tuple{
        Entry{Item::registrationFrom, &Form::registrationFrom, {16, 16}, Kind::text, "off", rules::localDateTime},
        Entry{Item::registrationUntil, &Form::registrationUntil, {16, 16}, Kind::text, "off", rules::localDateTime},
        Entry{Item::adoptionFrom, &Form::adoptionFrom, {16, 16}, Kind::text, "off", rules::localDateTime},
        Entry{Item::adoptionUntil, &Form::adoptionUntil, {16, 16}, Kind::text, "off", rules::localDateTime},
        Entry{Item::notificationAt, &Form::notificationAt, {16, 16}, Kind::text, "off", rules::localDateTime},
    };
  }
};

/// An empty number: the cell has no ceiling. Whether a reason is needed depends on what was computed (rules/ceiling).
template <class Text>
struct CeilingEntry {
  static constexpr std::string_view name = "ceiling_entry";

  Text published, reason;

  static constexpr auto table() {
    using Form = CeilingEntry;
    return std::tuple{
        Entry{Item::ceilingPublished, &Form::published, {0, 9999}, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::ceilingReason, &Form::reason, {0, 500}, Kind::textarea, "off", rules::freeText},
    };
  }
};

/// A row of the table of past adoptions (M3.7).
template <class Text>
struct PastAdoption {
  static constexpr std::string_view name = "past_adoption";

  Text field, prefecture, year, adopted;

  static constexpr auto table() {
    using Form = PastAdoption;
    return std::tuple{
        Entry{Item::programField, &Form::field, {2, 2}, Kind::select, "off", rules::fieldChoice},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "off", rules::prefectureChoice},
        Entry{Item::pastYear, &Form::year, {2000, 2099}, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::pastAdopted, &Form::adopted, {0, 9999}, Kind::digits, "off", rules::wholeNumber},
    };
  }
};

/// None is no number of adoptions: an empty cell is a fault, not a zero.
template <class Text>
constexpr void checkTogether(PastAdoption<Text>& form, Findings<PastAdoption<Text>>& codes, Context const&) {
  Code& code = codes[place<PastAdoption<Text>, Item::pastAdopted>];
  if (form.adopted.size() == 0) code = stronger(code, Code::required);
}

/// A row of the ministry's list of regional quotas (M2.3e, S4).
template <class Text>
struct QuotaEntry {
  static constexpr std::string_view name = "quota_entry";

  Text registryNumber, prefecture;

  static constexpr auto table() {
    using Form = QuotaEntry;
    return std::tuple{
        Entry{Item::registryNumber, &Form::registryNumber, {7, 7}, Kind::digits, "off", rules::registryNumber},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "off", rules::prefectureChoice},
    };
  }
};

}  // namespace senkoi::forms
