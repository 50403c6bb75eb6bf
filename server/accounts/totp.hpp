// The second factor of staff (reliability 14; ASVS 5.0 6.5): time-based codes of RFC 6238 (SHA-1, six digits, 30
// seconds), which every authenticator app knows, and recovery codes in their place. Pure functions; a code works once
// because the store remembers the last step that was used. Throws std::runtime_error where liboath cannot start.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/instant.hpp"
#include "server/accounts/secrets.hpp"

namespace senkoi::server::accounts {

inline constexpr std::size_t secretLength = 20;  // bytes, as RFC 4226 advises

// The secret that an invitation's link gives, the same each time the page is opened.
std::string confirmationSecret(const Secrets&, std::string_view linkToken);

std::int64_t stepAt(Instant);
std::string codeOf(const std::string& secret, std::int64_t step);

// The step that a code belongs to: this one, the one before or the one after (6.5.5), and later than the last one used.
std::optional<std::int64_t> stepOf(const std::string& secret, std::string_view code, Instant now,
                                   std::int64_t lastStep);

// Whether the code would be right some hours earlier or later, and was never used: the clock of the device is wrong.
// Takes the same time for any code.
bool isOfAnotherTime(const std::string& secret, std::string_view code, Instant now, std::int64_t lastStep);

std::string inBase32(const std::string& secret);                           // as one types it into an app
std::string otpauthUri(const std::string& secret, std::string_view mail);  // as an app reads it from a link

// Eight, canonical; shown in groups of four.
std::vector<std::string> recoveryCodes(const Secrets&);
std::string shownRecoveryCode(std::string_view code);
store::Hash hashOfRecoveryCode(std::string_view code);

}  // namespace senkoi::server::accounts
