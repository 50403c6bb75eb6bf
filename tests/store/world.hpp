// The contract suite's world: a small season over an empty store of the engine under test, and the verbs of its people.
// An engine joins by one line in engines().
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "senkoi/rules/japan_time.hpp"
#include "server/operations/import_run.hpp"
#include "server/operations/store.hpp"
#include "tests/store/scratch_folder.hpp"

namespace senkoi::tests {

using namespace senkoi::server::store;
using workflow::ActorKind;
using workflow::State;

struct Engine {
  std::string name;
  std::function<std::unique_ptr<Store>(const ScratchFolder&)> openWriting, openReading;
};
std::vector<Engine> engines();

// The real calendar of the 2025 season's first two rounds; round 3 does not recruit in Tokyo.
namespace season2025 {
constexpr Instant day(int month, int date, int year = 2024) {
  return rules::japanTime({year, month, date, 12});
}
inline constexpr Instant opens = day(11, 1), closes = day(11, 15);
inline constexpr Instant deciding = day(11, 18), decided = day(11, 26), results = day(11, 29);
inline constexpr Instant opens2 = day(12, 2), closes2 = day(12, 13);
inline constexpr Instant deciding2 = day(12, 16), decided2 = day(12, 23), results2 = day(12, 25);
inline constexpr Instant opens3 = day(1, 7, 2025), closes3 = day(1, 22, 2025);
workflow::Season season();
}  // namespace season2025

inline constexpr Field internalMedicine{1}, paediatrics{2};
inline constexpr Prefecture tokyo{13}, kyoto{26};
inline constexpr Instant hours = 3'600'000;

// Programs by what the tests need of them.
inline constexpr std::int64_t tokyoThreeSeats = 1, tokyoTenSeats = 2, kyotoTwoSeats = 3, paediatricsTokyo = 4,
                              kyotoFirstRoundOnly = 5, kyotoFullCeiling = 6;
inline constexpr std::uint32_t tokyoCeiling = 4;
SeasonStart seasonStart();

UserData userData(const std::string& registryNumber = "0123456");
std::string userId(int number);     // "0100000017"
std::string registryNumber(int n);  // distinct ones
Hash hash(std::uint64_t number);    // stands for the SHA-256 of a secret
extern const Actor director;
Actor applicantActor(const std::string& userId);
// By whoever directs without a staff account; held with a reason.
Code decide(Store& store, std::int64_t application, State to, Instant now, const Actor& actor = director);

class StoreTest : public testing::TestWithParam<Engine> {
 protected:
  StoreTest();

  // One operation, durable when it returns: as the writer does it.
  template <class Operation>
  auto step(Operation operation) {
    store->startBatch();
    store->savepoint();
    if constexpr (std::is_void_v<decltype(operation(*store))>) {
      operation(*store);
      store->releaseSavepoint();
      store->commitBatch();
    } else {
      auto result = operation(*store);
      store->releaseSavepoint();
      store->commitBatch();
      return result;
    }
  }

  // Of tables, each step a batch of its own.
  ImportRun importRun() {
    return {*store, [this](const ImportRun::Operation& operation) { step(operation); }, [](auto) {}};
  }

  // A registered applicant of internal medicine; registered a week before the season opens.
  std::string newApplicant(Field field = internalMedicine, const std::string& mail = {});
  Outcome<Application> apply(const std::string& who, std::int64_t program, Instant now,
                             const std::string& idempotencyKey = {});
  std::int64_t applied(const std::string& who, std::int64_t program, Instant now = season2025::opens);  // its id
  Code decide(std::int64_t application, State to, Instant now = season2025::deciding);
  State stateOf(std::int64_t application, std::int64_t program);
  // How often the audit log names this action.
  std::size_t audited(const std::string& action);
  std::vector<Letter> letters(LetterKind kind);

  ScratchFolder folder;
  std::unique_ptr<Store> store;
  int people = 0;
  std::uint64_t secrets = 1'000'000;
};

std::string fact(const Letter& letter, const std::string& name);

// Who does what an office does, for the audit log.
inline const Actor office{workflow::ActorKind::office, "7", "192.0.2.9"};

}  // namespace senkoi::tests

#define SENKOI_EVERY_ENGINE(Suite)                                                      \
  INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::ValuesIn(senkoi::tests::engines()), \
                           [](const auto& engine) { return engine.param.name; })
