#include "server/demo/seed.hpp"

#include <array>
#include <string>

#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/demo/season_data.hpp"
#include "server/demo/staff.hpp"

namespace senkoi::server::demo {
namespace {

accounts::PasswordCost costOf(const Configuration& configuration) {
  return {configuration.passwords.operations, configuration.passwords.memoryKiB};
}

SeasonData makeData(const Configuration& configuration) {
  const accounts::Random random = accounts::systemRandom();
  std::array<std::uint8_t, 32> secret;
  random(secret);
  const accounts::PasswordCost cost = costOf(configuration);
  const std::string unknown(secret.begin(), secret.end());
  return makeSeasonData(configuration.demoApplicants, accounts::hashPassword(unknown, cost),
                        accounts::hashPassword(knownLogIns().front().password, cost));
}

}  // namespace

void seed(store::Store& writing, const Configuration& configuration, const accounts::Secrets& secrets) {
  if (writing.season()) return;
  const SeasonData data = makeData(configuration);
  const std::string staffsHash = accounts::hashPassword(knownStaff().front().password, costOf(configuration));
  writing.startBatch();
  try {
    writing.begin(data.start);
    writing.addDemoApplicants(data.applicants);
    addStaff(writing, data, staffsHash, secrets);
    writing.commitBatch();
  } catch (...) {
    writing.undoBatch();
    throw;
  }
  writing.takeCountChanges();
}

}  // namespace senkoi::server::demo
