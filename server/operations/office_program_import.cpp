// Programs out of a table (S3): what each row would do is planned over the whole table first; then all of it or
// nothing.
#include <algorithm>
#include <unordered_map>

#include "senkoi/forms/office_forms.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/program_changes.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {
namespace {

using Fault = ImportPlan::Fault;

// What makes a program the same to people; no text can hold the sign between.
std::string keyOf(const Program& program) {
  return std::to_string(number(program.field)) + '\x1F' + program.facility + '\x1F' + program.name;
}

// What is confirmed is what was seen: the rows, and what they would replace.
RowHash& add(RowHash& digest, const Program& program) {
  digest.add(program.id).add(number(program.field)).add(number(program.prefecture)).add(program.capacity);
  digest.add(program.rounds).add(program.facility).add(program.name).add(program.director).add(program.department);
  return digest.add(program.phone).add(program.mail).add(program.address).add(program.url);
}

// The programs of the season as they stand, and what the rows have claimed of them.
class Known {
 public:
  explicit Known(std::vector<OfficeProgram> programs) : programs_(std::move(programs)) {
    for (const OfficeProgram& one : programs_) {
      byId_.emplace(one.program.id, &one);
      if (!one.closedAt) byKey_.emplace(keyOf(one.program), &one);
    }
  }
  Known(const Known&) = delete;
  Known& operator=(const Known&) = delete;

  const OfficeProgram* find(std::int64_t id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : found->second;
  }
  const OfficeProgram* find(const Program& program) const {
    const auto found = byKey_.find(keyOf(program));
    return found == byKey_.end() ? nullptr : found->second;
  }
  // None; or the row that has claimed the program, or its name, before.
  std::optional<std::size_t> claim(const Program& program, std::size_t row) {
    if (program.id != 0) {
      const auto [place, made] = ids_.emplace(program.id, row);
      if (!made) return place->second;
    }
    const auto [place, made] = keys_.emplace(keyOf(program), row);
    return made ? std::nullopt : std::optional(place->second);
  }
  bool claimed(std::int64_t id) const { return ids_.contains(id); }

 private:
  std::vector<OfficeProgram> programs_;
  std::unordered_map<std::int64_t, const OfficeProgram*> byId_;
  std::unordered_map<std::string, const OfficeProgram*> byKey_;
  std::unordered_map<std::int64_t, std::size_t> ids_;  // the rows
  std::unordered_map<std::string, std::size_t> keys_;
};

void keepAbsent(const ProgramRow& row, const Program& before, Program& after) {
  const auto keep = [&](Item item, std::string Program::*text) {
    if (std::ranges::find(row.absent, item) != row.absent.end()) after.*text = before.*text;
  };
  keep(Item::department, &Program::department);
  keep(Item::programPhone, &Program::phone);
  keep(Item::programMail, &Program::mail);
  keep(Item::programAddress, &Program::address);
  keep(Item::programUrl, &Program::url);
}

struct Step {
  Program program;                        // its number is 0 where it is new
  const OfficeProgram* before = nullptr;  // in Known
};

}  // namespace

// One import: planned, and perhaps carried out.
struct ProgramImport {
  ProgramImport(std::vector<OfficeProgram> programs, workflow::Season season_)
      : known(std::move(programs)), season(std::move(season_)) {}

  void read(Scope scope, std::span<const ProgramRow> rows) {
    for (std::size_t row = 0; row < rows.size(); ++row) take(scope, rows[row], row);
    // A name that a row takes from a program is free where another row gives that one a new name.
    for (std::size_t row = 0; row < steps.size(); ++row) {
      const OfficeProgram* const holder = known.find(steps[row].program);
      const bool other = holder != nullptr && holder->program.id != steps[row].program.id;
      if (other && !known.claimed(holder->program.id)) fault(rowOf[row], Code::programDuplicate, Item::programName);
    }
    plan.digest = digest.end();
  }

  void take(Scope scope, const ProgramRow& row, std::size_t number) {
    if (scope && row.program.field != *scope) return fault(number, Code::csvNotYours, Item::programField);
    const OfficeProgram* const before = row.id != 0 ? known.find(row.id) : known.find(row.program);
    if (row.id != 0 && before == nullptr) return fault(number, Code::csvIdUnknown);
    if (scope && before != nullptr && before->program.field != *scope) return fault(number, Code::csvIdUnknown);
    Step step{row.program, before};
    step.program.id = before == nullptr ? 0 : before->program.id;
    if (before != nullptr) keepAbsent(row, before->program, step.program);
    if (const auto other = known.claim(step.program, number)) return twice(number, *other);
    if (before != nullptr) check(*before, step.program, number);
    if (before == nullptr && roundsFault(0, step.program.rounds, season) != Code::ok) faultOfRounds(number);
    add(digest, step.program);
    if (before != nullptr) add(digest, before->program);
    ++(before == nullptr ? plan.added : before->program == step.program ? plan.same : plan.changed);
    steps.push_back(std::move(step));
    rowOf.push_back(number);
  }

  void check(const OfficeProgram& before, const Program& after, std::size_t number) {
    if (before.closedAt) return fault(number, Code::csvIdUnknown);
    const auto [code, item] = faultOf(before, after, season);
    if (code == Code::roundNotInSeason) return faultOfRounds(number);
    if (code == Code::numberOutOfRange)
      return fault(number, code, item, static_cast<std::size_t>(before.adopted), forms::largestCapacity);
    if (code != Code::ok) fault(number, code, item);
  }

  void faultOfRounds(std::size_t row) {
    fault(row, Code::roundNotInSeason, Item::recruitingRounds, 1, season.rounds.size());
  }
  void twice(std::size_t row, std::size_t other) { plan.faults.push_back({row, Code::csvRowTwice, {}, 0, 0, other}); }
  void fault(std::size_t row, Code code, std::optional<Item> item = {}, std::size_t min = 0, std::size_t max = 0) {
    plan.faults.push_back({row, code, item, min, max});
  }

  Known known;
  workflow::Season season;
  ImportPlan plan;
  std::vector<Step> steps;
  std::vector<std::size_t> rowOf;  // of each step
  RowHash digest;
};

ImportPlan OfficeStore::planPrograms(Scope scope, std::span<const ProgramRow> rows) {
  return planProgramSteps(scope, rows).plan;
}

ProgramPlan OfficeStore::planProgramSteps(Scope scope, std::span<const ProgramRow> rows) {
  auto season = whole_.season();
  if (!season) return {withoutSeason(!rows.empty()), {}};
  ProgramImport import(programs({}), std::move(*season));
  import.read(scope, rows);
  ProgramPlan planned{std::move(import.plan), {}};
  for (std::size_t place = 0; place < import.steps.size(); ++place) {
    Step& step = import.steps[place];
    if (step.before != nullptr && step.before->program == step.program) continue;
    std::string detail =
        step.before == nullptr ? summaryOf(step.program) : differenceOf(step.before->program, step.program);
    auto before = step.before == nullptr ? std::nullopt : std::optional(step.before->program);
    planned.steps.push_back({std::move(step.program), std::move(detail), import.rowOf[place], std::move(before)});
  }
  return planned;
}

}  // namespace senkoi::server::store
