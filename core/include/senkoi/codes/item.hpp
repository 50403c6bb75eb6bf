// The items of all forms: the entries a person fills in. Two items may share a name where two forms ask the same thing
// in other words (a new password, the known one). The name is HTML name, JSON key, SQL column and JavaScript property.
// Pure values; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace senkoi {

enum class Item : std::uint8_t {
  mail,
  familyName,
  givenName,
  registryNumber,
  licenceYear,
  licenceMonth,
  postalCode,
  prefecture,
  address,
  phone,
  residencyProgram,
  track,
  curriculumReason,
  curriculumReasonText,
  regionalQuota,
  regionalQuotaConsent,
  password,
  passwordAgain,
  userId,
  knownPassword,
  currentPassword,
  registeredMail,
  soughtPrefecture,
  soughtFacility,
  soughtName,
  // of directors (S1)
  dataNote,
  heldReason,
  heldOwner,
  // of staff (S3, S4)
  staffMail,
  confirmationCode,
  staffPassword,
  staffRole,
  staffField,
  staffName,
  invitedMail,
  staffLanguage,
  // of offices (S3, S4)
  programField,
  facility,
  programName,
  capacity,
  recruitingRounds,
  programDirector,
  department,
  programPhone,
  programMail,
  programAddress,
  programUrl,
  noticeField,
  publishedAt,
  titleJa,
  bodyJa,
  titleEn,
  bodyEn,
  registrationFrom,
  registrationUntil,
  adoptionFrom,
  adoptionUntil,
  notificationAt,
  ceilingPublished,
  ceilingReason,
  pastYear,
  pastAdopted,
  // kinds of seats, limits, classes (T1–T6)
  kindCode,
  kindNameJa,
  kindNameEn,
  kindSentenceJa,
  kindSentenceEn,
  applicantClass,
  classReason,
  limitNode,
  limitParent,
  limitNumber,
  offerKind,
  offerSeats,
  partBase,
  partAddition,
  partCare,
  partOrdinary,
  partLinked,
  partSpecial,
  partPartnership,
  partLimited,
  partCeiling,
  partFullTime,
};

/// The last of the enumeration.
inline constexpr Item lastItem = Item::partFullTime;

struct ItemRow {
  Item item;
  std::string_view name;
};

inline constexpr std::array<ItemRow, static_cast<std::size_t>(lastItem) + 1> itemTable{{
    {Item::mail, "mail"},
    {Item::familyName, "family_name"},
    {Item::givenName, "given_name"},
    {Item::registryNumber, "registry_number"},
    {Item::licenceYear, "licence_year"},
    {Item::licenceMonth, "licence_month"},
    {Item::postalCode, "postal_code"},
    {Item::prefecture, "prefecture"},
    {Item::address, "address"},
    {Item::phone, "phone"},
    {Item::residencyProgram, "residency_program"},
    {Item::track, "track"},
    {Item::curriculumReason, "curriculum_reason"},
    {Item::curriculumReasonText, "curriculum_reason_text"},
    {Item::regionalQuota, "regional_quota"},
    {Item::regionalQuotaConsent, "regional_quota_consent"},
    {Item::password, "password"},
    {Item::passwordAgain, "password_again"},
    {Item::userId, "user_id"},
    {Item::knownPassword, "password"},
    {Item::currentPassword, "current_password"},
    {Item::registeredMail, "mail"},
    {Item::soughtPrefecture, "prefecture"},
    {Item::soughtFacility, "facility"},
    {Item::soughtName, "name"},
    {Item::dataNote, "note"},
    {Item::heldReason, "reason"},
    {Item::heldOwner, "owner"},
    {Item::staffMail, "mail"},
    {Item::confirmationCode, "confirmation_code"},
    {Item::staffPassword, "password"},
    {Item::staffRole, "role"},
    {Item::staffField, "field"},
    {Item::staffName, "name"},
    {Item::invitedMail, "mail"},
    {Item::staffLanguage, "language"},
    {Item::programField, "field"},
    {Item::facility, "facility"},
    {Item::programName, "name"},
    {Item::capacity, "capacity"},
    {Item::recruitingRounds, "rounds"},
    {Item::programDirector, "director"},
    {Item::department, "department"},
    {Item::programPhone, "phone"},
    {Item::programMail, "mail"},
    {Item::programAddress, "address"},
    {Item::programUrl, "url"},
    {Item::noticeField, "field"},
    {Item::publishedAt, "published_at"},
    {Item::titleJa, "title_ja"},
    {Item::bodyJa, "body_ja"},
    {Item::titleEn, "title_en"},
    {Item::bodyEn, "body_en"},
    {Item::registrationFrom, "registration_from"},
    {Item::registrationUntil, "registration_until"},
    {Item::adoptionFrom, "adoption_from"},
    {Item::adoptionUntil, "adoption_until"},
    {Item::notificationAt, "notification_at"},
    {Item::ceilingPublished, "published"},
    {Item::ceilingReason, "reason"},
    {Item::pastYear, "year"},
    {Item::pastAdopted, "adopted"},
    {Item::kindCode, "code"},
    {Item::kindNameJa, "name_ja"},
    {Item::kindNameEn, "name_en"},
    {Item::kindSentenceJa, "sentence_ja"},
    {Item::kindSentenceEn, "sentence_en"},
    {Item::applicantClass, "class"},
    {Item::classReason, "reason"},
    {Item::limitNode, "node"},
    {Item::limitParent, "parent"},
    {Item::limitNumber, "limit"},
    {Item::offerKind, "kind"},
    {Item::offerSeats, "seats"},
    {Item::partBase, "basic"},
    {Item::partAddition, "addition"},
    {Item::partCare, "care"},
    {Item::partOrdinary, "ordinary"},
    {Item::partLinked, "partnership_all"},
    {Item::partSpecial, "special"},
    {Item::partPartnership, "partnership"},
    {Item::partLimited, "limited_within_partnership"},
    {Item::partCeiling, "ceiling"},
    {Item::partFullTime, "full_time_dispatch"},
}};

constexpr std::size_t index(Item item) {
  return static_cast<std::size_t>(item);
}

static_assert(
    [] {
      for (std::size_t row = 0; row < itemTable.size(); ++row) {
        if (index(itemTable[row].item) != row) return false;
      }
      return true;
    }(),
    "each item has one row, in the order of the enumeration");

constexpr std::string_view name(Item item) {
  return itemTable[index(item)].name;
}

}  // namespace senkoi
