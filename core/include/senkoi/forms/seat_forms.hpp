// What offices enter about kinds of seats, their limits and who counts (T1–T6): entries and rows of tables. Plain
// structs over their text, and their tables. An empty text where the limits allow it means: none.
#pragma once

#include "senkoi/forms/check.hpp"
#include "senkoi/forms/office_forms.hpp"
#include "senkoi/rules/choice.hpp"
#include "senkoi/rules/free_text.hpp"
#include "senkoi/rules/kind_code.hpp"
#include "senkoi/rules/program_facts.hpp"
#include "senkoi/rules/whole_number.hpp"

namespace senkoi::forms {

inline constexpr std::uint16_t largestLimit = 9999;

/// A kind of seats or a group of kinds; a group tells applicants nothing.
template <class Text>
struct KindEntry {
  static constexpr std::string_view name = "kind_entry";

  Text code, nameJa, nameEn, sentenceJa, sentenceEn;

  static constexpr auto table() {
    using Form = KindEntry;
    return std::tuple{
        Entry{Item::kindCode, &Form::code, {1, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::kindNameJa, &Form::nameJa, {1, 40}, Kind::text, "off", rules::freeText},
        Entry{Item::kindNameEn, &Form::nameEn, {1, 80}, Kind::text, "off", rules::freeText},
        Entry{Item::kindSentenceJa, &Form::sentenceJa, {0, 200}, Kind::textarea, "off", rules::freeText},
        Entry{Item::kindSentenceEn, &Form::sentenceEn, {0, 400}, Kind::textarea, "off", rules::freeText},
    };
  }
};

/// A class of applicants who count otherwise than everybody (T4).
template <class Text>
struct ClassEntry {
  static constexpr std::string_view name = "class_entry";

  Text code, nameJa, nameEn;

  static constexpr auto table() {
    using Form = ClassEntry;
    return std::tuple{
        Entry{Item::kindCode, &Form::code, {1, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::kindNameJa, &Form::nameJa, {1, 40}, Kind::text, "off", rules::freeText},
        Entry{Item::kindNameEn, &Form::nameEn, {1, 80}, Kind::text, "off", rules::freeText},
    };
  }
};

/// Who is of which class, and why.
template <class Text>
struct ClassChange {
  static constexpr std::string_view name = "class_change";

  Text code, reason;

  static constexpr auto table() {
    using Form = ClassChange;
    return std::tuple{
        Entry{Item::applicantClass, &Form::code, {0, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::classReason, &Form::reason, {1, 200}, Kind::text, "off", rules::freeText},
    };
  }
};

/// A row of a table of limits, one node each. Without a node the cell has no ceiling.
template <class Text>
struct LimitRowEntry {
  static constexpr std::string_view name = "limit_row";

  Text field, prefecture, node, parent, limit;

  static constexpr auto table() {
    using Form = LimitRowEntry;
    return std::tuple{
        Entry{Item::programField, &Form::field, {2, 2}, Kind::select, "off", rules::fieldChoice},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "off", rules::prefectureChoice},
        Entry{Item::limitNode, &Form::node, {0, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::limitParent, &Form::parent, {0, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::limitNumber, &Form::limit, {0, largestLimit}, Kind::digits, "off", rules::wholeNumber},
    };
  }
};

/// A row of the tables in which limits are published: a cell, its parts in columns (rules/limit_table.hpp).
template <class Text>
struct PublishedLimits {
  static constexpr std::string_view name = "published_limits";

  Text field, prefecture, base, addition, care, ordinary, linked, special, partnership, limited, ceiling, fullTime;

  static constexpr auto table() {
    using Form = PublishedLimits;
    constexpr Limits number{0, largestLimit};
    return std::tuple{
        Entry{Item::programField, &Form::field, {2, 2}, Kind::select, "off", rules::fieldChoice},
        Entry{Item::prefecture, &Form::prefecture, {2, 2}, Kind::select, "off", rules::prefectureChoice},
        Entry{Item::partBase, &Form::base, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partAddition, &Form::addition, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partCare, &Form::care, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partOrdinary, &Form::ordinary, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partLinked, &Form::linked, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partSpecial, &Form::special, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partPartnership, &Form::partnership, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partLimited, &Form::limited, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partCeiling, &Form::ceiling, number, Kind::digits, "off", rules::wholeNumber},
        Entry{Item::partFullTime, &Form::fullTime, number, Kind::digits, "off", rules::wholeNumber},
    };
  }
};

/// A row of a table of offers; the program stands before it by its number.
template <class Text>
struct OfferEntry {
  static constexpr std::string_view name = "offer_entry";

  Text kind, seats;

  static constexpr auto table() {
    using Form = OfferEntry;
    return std::tuple{
        Entry{Item::offerKind, &Form::kind, {1, 32}, Kind::text, "off", rules::kindCode},
        Entry{Item::offerSeats, &Form::seats, {0, largestCapacity}, Kind::digits, "off", rules::wholeNumber},
    };
  }
};

/// No number of seats is no zero.
template <class Text>
constexpr void checkTogether(OfferEntry<Text>& form, Findings<OfferEntry<Text>>& codes, Context const&) {
  Code& code = codes[place<OfferEntry<Text>, Item::offerSeats>];
  if (form.seats.size() == 0) code = stronger(code, Code::required);
}

}  // namespace senkoi::forms
