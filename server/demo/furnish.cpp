#include "server/demo/furnish.hpp"

#include <array>
#include <string>

#include "server/accounts/password_pool.hpp"
#include "server/accounts/secrets.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {
namespace {

SeasonData makeData(const Configuration& configuration) {
  const accounts::Random random = accounts::systemRandom();
  std::array<std::uint8_t, 32> secret;
  random(secret);
  const accounts::PasswordCost cost{configuration.passwords.operations, configuration.passwords.memoryKiB};
  const std::string unknown(secret.begin(), secret.end());
  return makeSeasonData(configuration.demoApplicants, accounts::hashPassword(unknown, cost),
                        accounts::hashPassword(knownLogIns().front().password, cost));
}

}  // namespace

void furnish(store::Store& writing, const Configuration& configuration) {
  if (writing.season()) return;
  const SeasonData data = makeData(configuration);
  writing.startBatch();
  try {
    writing.begin(data.start);
    writing.addDemoApplicants(data.applicants);
    writing.commitBatch();
  } catch (...) {
    writing.undoBatch();
    throw;
  }
  writing.takeCountChanges();
}

}  // namespace senkoi::server::demo
