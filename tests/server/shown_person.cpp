#include "tests/server/shown_person.hpp"

#include "server/accounts/secrets.hpp"
#include "server/api/acting_for.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::tests {

using namespace senkoi::server;

std::string shownPerson(store::Store& reader, const Configuration& configuration, const http::Request& request) {
  if (request.path.starts_with("/api/v1/staff")) {
    const auto hash = accounts::hashOf(request.cookie(configuration.staffCookie()));
    const auto session = hash ? reader.staff().session(*hash) : std::nullopt;
    return session ? actingForName(StaffCaller{session->staff, *hash}) : std::string{};
  }
  const auto hash = accounts::hashOf(request.cookie(configuration.sessionCookie()));
  const auto session = hash ? reader.session(*hash) : std::nullopt;
  return session ? actingForName(Caller{session->userId, *hash}) : std::string{};
}

}  // namespace senkoi::tests
