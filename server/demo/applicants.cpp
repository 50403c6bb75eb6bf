#include "server/demo/applicants.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "server/base/configuration.hpp"
#include "server/demo/demand.hpp"
#include "server/demo/people.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {
namespace {

using workflow::State;

// One in three comes within the first three hours, the others on any day since.
Instant momentOfApplying(DeterministicRandom& random) {
  const Instant from = seasonOf2019().rounds.front().registration.from;
  const Instant length = random.percent(35) ? 3 * hour : opening() - from - hour;
  return from + random.between(minute, length);
}

store::Application makeApplication(std::int64_t program, State state, Instant appliedAt, Instant changedAt) {
  store::Application made;
  made.round = 1;
  made.program = program;
  made.state = state;
  made.appliedAt = appliedAt;
  made.changedAt = changedAt;
  return made;
}

enum class Deed { applies, onlyWithdraws, onlyRegisters };

store::DemoApplicant makeApplicant(std::uint32_t number, const store::Program& wanted, Deed deed,
                                   const std::string& passwordHash) {
  DeterministicRandom random(number);
  store::DemoApplicant made{makeAccount(number, wanted.field, wanted.prefecture), passwordHash, {}};
  const Instant at = momentOfApplying(random);
  made.account.registeredAt += (at - made.account.registeredAt) / 2;
  const bool withdrew = deed == Deed::onlyWithdraws || (deed == Deed::applies && random.percent(4));
  const Instant next = at + 20 * minute;
  if (withdrew) made.applications.push_back(makeApplication(wanted.id, State::withdrawn, at, next));
  if (deed == Deed::applies) made.applications.push_back(makeApplication(wanted.id, State::applied, next, next));
  return made;
}

using Programs = std::vector<const store::Program*>;
using Cells = std::map<std::pair<unsigned, unsigned>, Programs>;

Cells byCell(const std::vector<store::Program>& programs) {
  Cells cells;
  for (const store::Program& program : programs) {
    cells[{number(program.field), number(program.prefecture)}].push_back(&program);
  }
  return cells;
}

// How many of a cell's applicants choose which of its programs: some draw many times as many as others of their size.
std::vector<std::uint32_t> choices(const Programs& programs, std::uint32_t applicants) {
  std::vector<std::uint64_t> weights;
  for (const store::Program* program : programs) {
    const std::uint64_t fame = 20 + mixed(static_cast<std::uint64_t>(program->id) * 31) % 300;
    weights.push_back(program->capacity * fame);
  }
  return apportion(applicants, weights);
}

struct Known {
  std::uint32_t number;  // in the user ID
  Field field;
  Prefecture prefecture;
  const char *family, *given, *mail, *what;
  bool applied;
};
constexpr std::array known{
    Known{4'839'162, Field{2}, Prefecture::tokyo, "架空", "花子", "hanako@mail.example.jp",
          "小児科、応募前 / pediatrics, has not applied yet", false},
    Known{4'839'163, Field::internalMedicine, Prefecture::osaka, "架空", "太郎", "taro@mail.example.jp",
          "内科、応募中 / internal medicine, has applied", true},
};
constexpr const char* knownPassword = "senkoi2019";

store::Account accountOf(const Known& one) {
  store::Account account = makeKnownAccount(one.number, one.field, one.prefecture, {one.family, one.given});
  account.mail = one.mail;
  return account;
}

// The field's program with the most seats in a prefecture.
const store::Program& biggest(const std::vector<store::Program>& programs, Field field, Prefecture prefecture) {
  return *std::ranges::find_if(
      programs, [&](const auto& program) { return program.field == field && program.prefecture == prefecture; });
}

}  // namespace

std::vector<store::DemoApplicant> makeApplicants(const std::vector<store::Program>& programs, std::uint32_t count,
                                                 const std::string& passwordHash) {
  const std::uint32_t applying = static_cast<std::uint32_t>(std::uint64_t{count} * 97 / 100);
  const Table wanted = demand(applying);
  std::vector<store::DemoApplicant> applicants;
  const auto add = [&](const store::Program& program, Deed deed) {
    const auto number = static_cast<std::uint32_t>(applicants.size()) + 1;
    applicants.push_back(makeApplicant(number, program, deed, passwordHash));
  };
  for (const auto& [cell, there] : byCell(programs)) {
    const auto chosen = choices(there, wanted[cell.first - 1][cell.second - 1]);
    for (std::size_t i = 0; i < there.size(); ++i) {
      for (std::uint32_t n = 0; n < chosen[i]; ++n) add(*there[i], Deed::applies);
    }
  }
  DeterministicRandom random(count);
  while (applicants.size() < count) {
    add(random.pick(programs), random.percent(50) ? Deed::onlyWithdraws : Deed::onlyRegisters);
  }
  return applicants;
}

std::vector<LogIn> knownLogIns() {
  std::vector<LogIn> logIns;
  for (const Known& one : known) logIns.push_back({accountOf(one).userId, knownPassword, one.what});
  return logIns;
}

std::vector<store::DemoApplicant> makeKnownApplicants(const std::vector<store::Program>& programs,
                                                      const std::string& passwordHash) {
  std::vector<store::DemoApplicant> applicants;
  for (const Known& one : known) {
    store::DemoApplicant& made = applicants.emplace_back(store::DemoApplicant{accountOf(one), passwordHash, {}});
    if (!one.applied) continue;
    const Instant at = made.account.registeredAt + 24 * hour;
    const std::int64_t program = biggest(programs, one.field, one.prefecture).id;
    made.applications.push_back(makeApplication(program, State::applied, at, at));
  }
  return applicants;
}

}  // namespace senkoi::server::demo
