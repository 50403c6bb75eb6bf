// Staff of the demo, for trying the other side: known log-ins of a director with many applicants, a society office and
// two of the board. Their confirmation codes are shown by GET /demo: there is no device to have them on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/accounts/secrets.hpp"
#include "server/demo/season_data.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::demo {

struct StaffLogIn {
  std::string mail, password;
  const char* what;  // whom one plays with it
};
std::vector<StaffLogIn> knownStaff();

// In the order of knownStaff(). `passwordHash` is that of their one password.
void addStaff(store::Store&, const SeasonData&, const std::string& passwordHash, const accounts::Secrets&);

// The code that will be taken at `real` for who used `credentials.lastStep` last; none until the next one begins.
std::optional<std::string> confirmationCodeNow(const store::StaffCredentials& credentials, const accounts::Secrets&,
                                               Instant real);

}  // namespace senkoi::server::demo
