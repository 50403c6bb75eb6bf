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
};

inline constexpr std::array<std::string_view, 25> itemNames{"mail",
                                                            "family_name",
                                                            "given_name",
                                                            "registry_number",
                                                            "licence_year",
                                                            "licence_month",
                                                            "postal_code",
                                                            "prefecture",
                                                            "address",
                                                            "phone",
                                                            "residency_program",
                                                            "track",
                                                            "curriculum_reason",
                                                            "curriculum_reason_text",
                                                            "regional_quota",
                                                            "regional_quota_consent",
                                                            "password",
                                                            "password_again",
                                                            "user_id",
                                                            "password",
                                                            "current_password",
                                                            "mail",
                                                            "prefecture",
                                                            "facility",
                                                            "name"};

constexpr std::size_t index(Item item) {
  return static_cast<std::size_t>(item);
}
constexpr std::string_view name(Item item) {
  return itemNames[index(item)];
}

static_assert(name(Item::mail) == "mail" && name(Item::phone) == "phone" && name(Item::track) == "track" &&
              name(Item::passwordAgain) == "password_again" && name(Item::soughtName) == "name");

}  // namespace senkoi
