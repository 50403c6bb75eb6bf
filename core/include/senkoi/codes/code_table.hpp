// The key and the severity of each code. One row a code, in the order of the enumeration (checked below).
// Keys are part of the API (contract with clients): add, never rename. Pure values; safe from any thread.
#pragma once

#include <array>
#include <string_view>

#include "senkoi/codes/code.hpp"

namespace senkoi {

struct CodeRow {
  Code code;
  std::string_view key;
  Severity severity;
};

inline constexpr std::array<CodeRow, codeCount> codeTable{{
    {Code::ok, "ok", Severity::fine},
    // any text
    {Code::required, "required", Severity::error},
    {Code::choiceRequired, "choice_required", Severity::error},
    {Code::choiceUnknown, "choice_unknown", Severity::error},
    {Code::tooShort, "too_short", Severity::error},
    {Code::tooLong, "too_long", Severity::error},
    {Code::unreadableCharacter, "unreadable_character", Severity::error},
    {Code::invisibleDropped, "invisible_dropped", Severity::note},
    // mail address (M2.1)
    {Code::mailAtMissing, "mail_at_missing", Severity::error},
    {Code::mailAtTwice, "mail_at_twice", Severity::error},
    {Code::mailLocalPart, "mail_local_part", Severity::error},
    {Code::mailDomain, "mail_domain", Severity::error},
    {Code::mailCharacters, "mail_characters", Severity::error},
    {Code::mailCarrier, "mail_carrier", Severity::error},
    {Code::mailCarrierPossible, "mail_carrier_possible", Severity::warning},
    // registration form (M2.3)
    {Code::nameUnusual, "name_unusual", Severity::warning},
    {Code::nameWhole, "name_whole", Severity::warning},
    {Code::registryNumberPadded, "registry_number_padded", Severity::note},
    {Code::registryNumberShort, "registry_number_short", Severity::error},
    {Code::registryNumberLong, "registry_number_long", Severity::error},
    {Code::registryNumberCharacters, "registry_number_characters", Severity::error},
    {Code::registryNumberZeros, "registry_number_zeros", Severity::error},
    {Code::registryNumberTaken, "registry_number_taken", Severity::error},
    {Code::licenceYearConverted, "licence_year_converted", Severity::note},
    {Code::licenceDateSplit, "licence_date_split", Severity::note},
    {Code::licenceYearUnreadable, "licence_year_unreadable", Severity::error},
    {Code::licenceYearOutOfRange, "licence_year_out_of_range", Severity::error},
    {Code::licenceMonthOutOfRange, "licence_month_out_of_range", Severity::error},
    {Code::licenceInFuture, "licence_in_future", Severity::error},
    {Code::licenceRecent, "licence_recent", Severity::warning},
    {Code::postalCodeCharacters, "postal_code_characters", Severity::error},
    {Code::postalCodeDigits, "postal_code_digits", Severity::error},
    {Code::postalCodeElsewhere, "postal_code_elsewhere", Severity::warning},
    {Code::prefectureUnknown, "prefecture_unknown", Severity::error},
    {Code::addressPrefectureDropped, "address_prefecture_dropped", Severity::note},
    {Code::addressElsewhere, "address_elsewhere", Severity::warning},
    {Code::addressWithoutNumber, "address_without_number", Severity::warning},
    {Code::phoneCharacters, "phone_characters", Severity::error},
    {Code::phoneDigits, "phone_digits", Severity::error},
    {Code::phoneLeadingZero, "phone_leading_zero", Severity::error},
    {Code::residencyNoneUnexpected, "residency_none_unexpected", Severity::warning},
    {Code::curriculumReasonNeeded, "curriculum_reason_needed", Severity::error},
    {Code::curriculumReasonTextNeeded, "curriculum_reason_text_needed", Severity::error},
    {Code::regionalQuotaConsentNeeded, "regional_quota_consent_needed", Severity::error},
    {Code::passwordShort, "password_short", Severity::error},
    {Code::passwordLong, "password_long", Severity::error},
    {Code::passwordFullWidth, "password_full_width", Severity::note},
    {Code::passwordCharacters, "password_characters", Severity::error},
    {Code::passwordWeak, "password_weak", Severity::warning},
    {Code::passwordMismatch, "password_mismatch", Severity::error},
    {Code::passwordUnchanged, "password_unchanged", Severity::error},
    {Code::currentPasswordWrong, "current_password_wrong", Severity::error},
    // user ID and log-in (M3.1)
    {Code::userIdShape, "user_id_shape", Severity::error},
    {Code::userIdCheckDigit, "user_id_check_digit", Severity::error},
    {Code::logInFailed, "log_in_failed", Severity::error},
    {Code::sessionMissing, "session_missing", Severity::error},
    // links in mails (M2.2)
    {Code::linkExpired, "link_expired", Severity::error},
    {Code::linkUsed, "link_used", Severity::error},
    {Code::linkSuperseded, "link_superseded", Severity::error},
    {Code::linkTimeOver, "link_time_over", Severity::error},
    // application, withdrawal, change, deletion (M3.5, M4.1, M5.3, M6)
    {Code::registrationNotOpen, "registration_not_open", Severity::error},
    {Code::registrationOver, "registration_over", Severity::error},
    {Code::noFurtherRound, "no_further_round", Severity::error},
    {Code::alreadyApplied, "already_applied", Severity::error},
    {Code::applicationHeld, "application_held", Severity::error},
    {Code::alreadyAdopted, "already_adopted", Severity::error},
    {Code::noApplication, "no_application", Severity::error},
    {Code::programNotRecruiting, "program_not_recruiting", Severity::error},
    {Code::programOfOtherField, "program_of_other_field", Severity::error},
    {Code::programUnknown, "program_unknown", Severity::error},
    {Code::sameProgram, "same_program", Severity::error},
    {Code::offerUnknown, "offer_unknown", Severity::error},
    {Code::inAdoptionPeriod, "in_adoption_period", Severity::error},
    {Code::withdrawalInGap, "withdrawal_in_gap", Severity::error},
    {Code::withdrawalAfterAdoption, "withdrawal_after_adoption", Severity::error},
    {Code::changeThroughDirector, "change_through_director", Severity::error},
    {Code::liveApplication, "live_application", Severity::error},
    // decisions (S1, S2)
    {Code::notInAdoptionPeriod, "not_in_adoption_period", Severity::error},
    {Code::capacityReached, "capacity_reached", Severity::error},
    {Code::ceilingReached, "ceiling_reached", Severity::error},
    {Code::offerReached, "offer_reached", Severity::error},
    {Code::limitReached, "limit_reached", Severity::error},
    {Code::kindWithoutLimit, "kind_without_limit", Severity::error},
    {Code::declineOnlyAdopted, "decline_only_adopted", Severity::error},
    {Code::moveNotAllowed, "move_not_allowed", Severity::error},
    // staff and their work (S1, S3, S4)
    {Code::heldReasonNeeded, "held_reason_needed", Severity::error},
    {Code::noteNeeded, "note_needed", Severity::error},
    {Code::changedMeanwhile, "changed_meanwhile", Severity::error},
    {Code::staffLogInFailed, "staff_log_in_failed", Severity::error},
    {Code::staffMailTaken, "staff_mail_taken", Severity::error},
    {Code::staffPasswordCharacters, "staff_password_characters", Severity::error},
    {Code::confirmationCodeShape, "confirmation_code_shape", Severity::error},
    {Code::confirmationCodeWrong, "confirmation_code_wrong", Severity::error},
    {Code::confirmationCodeClock, "confirmation_code_clock", Severity::error},
    {Code::ownStaffAccount, "own_staff_account", Severity::error},
    {Code::numberUnreadable, "number_unreadable", Severity::error},
    {Code::numberOutOfRange, "number_out_of_range", Severity::error},
    {Code::webAddress, "web_address", Severity::error},
    {Code::programInUse, "program_in_use", Severity::error},
    {Code::programDuplicate, "program_duplicate", Severity::error},
    {Code::roundNotInSeason, "round_not_in_season", Severity::error},
    {Code::momentUnreadable, "moment_unreadable", Severity::error},
    {Code::ceilingReasonNeeded, "ceiling_reason_needed", Severity::error},
    {Code::ceilingBelowAdopted, "ceiling_below_adopted", Severity::error},
    // limits by kind of seats, and the rule that proposes them (T3, T6, T7)
    {Code::limitBelowAdopted, "limit_below_adopted", Severity::error},
    {Code::limitAboveParent, "limit_above_parent", Severity::error},
    {Code::limitParentUnknown, "limit_parent_unknown", Severity::error},
    {Code::limitCycle, "limit_cycle", Severity::error},
    {Code::limitTooDeep, "limit_too_deep", Severity::error},
    {Code::limitNodeTwice, "limit_node_twice", Severity::error},
    {Code::limitTooMany, "limit_too_many", Severity::error},
    {Code::limitSumDiffers, "limit_sum_differs", Severity::warning},
    {Code::kindUnknown, "kind_unknown", Severity::error},
    {Code::kindCodeShape, "kind_code_shape", Severity::error},
    {Code::totalDiffers, "total_differs", Severity::warning},
    {Code::kindInUse, "kind_in_use", Severity::error},
    {Code::capacityByOffers, "capacity_by_offers", Severity::error},
    {Code::ceilingByLimits, "ceiling_by_limits", Severity::error},
    {Code::fractionUnreadable, "fraction_unreadable", Severity::error},
    {Code::ruleNameTwice, "rule_name_twice", Severity::error},
    {Code::ruleTooLong, "rule_too_long", Severity::error},
    {Code::ruleOverflow, "rule_overflow", Severity::error},
    {Code::ruleNotWhole, "rule_not_whole", Severity::error},
    {Code::letterExpired, "letter_expired", Severity::error},
    // the calendar of a season (S4)
    {Code::seasonWithoutRound, "season_without_round", Severity::error},
    {Code::roundsOutOfOrder, "rounds_out_of_order", Severity::error},
    {Code::periodsOutOfOrder, "periods_out_of_order", Severity::error},
    {Code::tooManyRounds, "too_many_rounds", Severity::error},
    {Code::seasonYearOutOfRange, "season_year_out_of_range", Severity::error},
    {Code::seasonExists, "season_exists", Severity::error},
    {Code::roundHasBegun, "round_has_begun", Severity::error},
    {Code::releaseTooEarly, "release_too_early", Severity::error},
    {Code::releaseByAnother, "release_by_another", Severity::error},
    {Code::alreadyReleased, "already_released", Severity::error},
    // tables as files: CSV (S1, S3, S4)
    {Code::csvEncoding, "csv_encoding", Severity::error},
    {Code::csvEmpty, "csv_empty", Severity::error},
    {Code::csvColumnMissing, "csv_column_missing", Severity::error},
    {Code::csvColumnUnknown, "csv_column_unknown", Severity::error},
    {Code::csvColumnTwice, "csv_column_twice", Severity::error},
    {Code::csvCellCount, "csv_cell_count", Severity::error},
    {Code::csvQuoteOpen, "csv_quote_open", Severity::error},
    {Code::csvTooManyRows, "csv_too_many_rows", Severity::error},
    {Code::csvRowTwice, "csv_row_twice", Severity::error},
    {Code::csvFormula, "csv_formula", Severity::error},
    {Code::csvIdUnknown, "csv_id_unknown", Severity::error},
    {Code::csvNotYours, "csv_not_yours", Severity::error},
    // answers of the HTTP interface
    {Code::formRefused, "form_refused", Severity::error},
    {Code::malformedRequest, "malformed_request", Severity::error},
    {Code::malformedJson, "malformed_json", Severity::error},
    {Code::unknownItem, "unknown_item", Severity::error},
    {Code::notAText, "not_a_text", Severity::error},
    {Code::unknownField, "unknown_field", Severity::error},
    {Code::unknownLanguage, "unknown_language", Severity::error},
    {Code::idempotencyKeyMalformed, "idempotency_key_malformed", Severity::error},
    {Code::idempotencyKeyReused, "idempotency_key_reused", Severity::error},
    {Code::demoClockBack, "demo_clock_back", Severity::error},
    {Code::originMissing, "origin_missing", Severity::error},
    {Code::originRefused, "origin_refused", Severity::error},
    {Code::actingForMissing, "acting_for_missing", Severity::error},
    {Code::actingForAnother, "acting_for_another", Severity::error},
    {Code::notForYou, "not_for_you", Severity::error},
    {Code::notFound, "not_found", Severity::error},
    {Code::methodNotAllowed, "method_not_allowed", Severity::error},
    {Code::requestTimeout, "request_timeout", Severity::error},
    {Code::bodyTooLarge, "body_too_large", Severity::error},
    {Code::uriTooLong, "uri_too_long", Severity::error},
    {Code::headersTooLarge, "headers_too_large", Severity::error},
    {Code::notJson, "not_json", Severity::error},
    {Code::tooManyAttempts, "too_many_attempts", Severity::error},
    {Code::busy, "busy", Severity::error},
    {Code::internalError, "internal_error", Severity::error},
}};

static_assert(
    [] {
      for (std::size_t row = 0; row < codeTable.size(); ++row) {
        if (index(codeTable[row].code) != row || codeTable[row].key.empty()) return false;
      }
      return true;
    }(),
    "each code has one row, in the order of the enumeration");

constexpr std::string_view key(Code code) {
  return codeTable[index(code)].key;
}
/// Apart from the keys, so that who only weighs codes does not carry their names.
inline constexpr auto severities = [] {
  std::array<Severity, codeCount> found{};
  for (CodeRow const& row : codeTable) found[index(row.code)] = row.severity;
  return found;
}();
constexpr Severity severity(Code code) {
  return severities[index(code)];
}

/// An error refuses the form or the action; everything below lets it pass.
constexpr bool refuses(Code code) {
  return severity(code) == Severity::error;
}

/// Of two codes the one that weighs more; the first where they weigh the same.
constexpr Code stronger(Code first, Code second) {
  return severity(second) > severity(first) ? second : first;
}

constexpr std::string_view name(Severity severity) {
  constexpr std::array<std::string_view, 4> names{"fine", "note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

}  // namespace senkoi
