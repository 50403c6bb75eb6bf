// Everything that Senkoi may say to a user about an input or an action, as one list.
// A code is what rules, workflow and server return; its key is the stable name in the API, its sentence lives in
// words/sentence.hpp. To add one: an enumerator here, its row in codes/code_table.hpp at the same place, its sentence
// in src/words/sentences.cpp. A forgotten row or sentence does not compile. Pure values; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace senkoi {

/// How much a code weighs. A form whose codes are all below `error` is accepted; `note` says what the machine
/// converted, `warning` what is allowed but worth a second thought.
enum class Severity : std::uint8_t { fine, note, warning, error };

enum class Code : std::uint8_t {
  ok,
  // any text
  required,
  choiceRequired,
  choiceUnknown,
  tooShort,
  tooLong,
  unreadableCharacter,
  invisibleDropped,
  // mail address (M2.1)
  mailAtMissing,
  mailAtTwice,
  mailLocalPart,
  mailDomain,
  mailCharacters,
  mailCarrier,
  mailCarrierPossible,
  // registration form (M2.3)
  nameUnusual,
  nameWhole,
  registryNumberPadded,
  registryNumberShort,
  registryNumberLong,
  registryNumberCharacters,
  registryNumberZeros,
  registryNumberTaken,
  licenceYearConverted,
  licenceDateSplit,
  licenceYearUnreadable,
  licenceYearOutOfRange,
  licenceMonthOutOfRange,
  licenceInFuture,
  licenceRecent,
  postalCodeCharacters,
  postalCodeDigits,
  postalCodeElsewhere,
  prefectureUnknown,
  addressPrefectureDropped,
  addressElsewhere,
  addressWithoutNumber,
  phoneCharacters,
  phoneDigits,
  phoneLeadingZero,
  residencyNoneUnexpected,
  curriculumReasonNeeded,
  curriculumReasonTextNeeded,
  regionalQuotaConsentNeeded,
  passwordShort,
  passwordLong,
  passwordFullWidth,
  passwordCharacters,
  passwordWeak,
  passwordMismatch,
  passwordUnchanged,
  currentPasswordWrong,
  // user ID and log-in (M3.1)
  userIdShape,
  userIdCheckDigit,
  logInFailed,
  sessionMissing,
  // links in mails (M2.2)
  linkExpired,
  linkUsed,
  linkSuperseded,
  linkTimeOver,
  // application, withdrawal, change, deletion (M3.5, M4.1, M5.3, M6)
  registrationNotOpen,
  registrationOver,
  noFurtherRound,
  alreadyApplied,
  applicationHeld,
  alreadyAdopted,
  noApplication,
  programNotRecruiting,
  programOfOtherField,
  programUnknown,
  sameProgram,
  inAdoptionPeriod,
  withdrawalInGap,
  withdrawalAfterAdoption,
  changeThroughDirector,
  liveApplication,
  // decisions (S1, S2)
  notInAdoptionPeriod,
  capacityReached,
  ceilingReached,
  declineOnlyAdopted,
  moveNotAllowed,
  // staff and their work (S1, S3, S4)
  heldReasonNeeded,
  noteNeeded,
  changedMeanwhile,
  staffLogInFailed,
  staffMailTaken,
  staffPasswordCharacters,
  confirmationCodeShape,
  confirmationCodeWrong,
  ownStaffAccount,
  numberUnreadable,
  numberOutOfRange,
  webAddress,
  programInUse,
  programDuplicate,
  momentUnreadable,
  ceilingReasonNeeded,
  ceilingBelowAdopted,
  letterExpired,
  // the calendar of a season (S4)
  seasonWithoutRound,
  roundsOutOfOrder,
  periodsOutOfOrder,
  tooManyRounds,
  seasonYearOutOfRange,
  seasonExists,
  roundHasBegun,
  releaseTooEarly,
  releaseByAnother,
  alreadyReleased,
  // tables as files: CSV (S1, S3, S4)
  csvEncoding,
  csvEmpty,
  csvColumnMissing,
  csvColumnUnknown,
  csvColumnTwice,
  csvCellCount,
  csvQuoteOpen,
  csvTooManyRows,
  csvRowTwice,
  csvFormula,
  csvIdUnknown,
  csvNotYours,
  // answers of the HTTP interface
  formRefused,
  malformedRequest,
  malformedJson,
  unknownItem,
  notAText,
  unknownField,
  unknownLanguage,
  idempotencyKeyMalformed,
  idempotencyKeyReused,
  demoClockBack,
  originMissing,
  originRefused,
  actingForMissing,
  actingForAnother,
  notForYou,
  notFound,
  methodNotAllowed,
  requestTimeout,
  bodyTooLarge,
  uriTooLong,
  headersTooLarge,
  notJson,
  tooManyAttempts,
  busy,
  internalError,
};

/// Number of codes; keep in step with the last enumerator.
inline constexpr std::size_t codeCount = static_cast<std::size_t>(Code::internalError) + 1;

constexpr std::size_t index(Code code) {
  return static_cast<std::size_t>(code);
}

}  // namespace senkoi
