// Tables of a hundred thousand rows, carried out without keeping anybody waiting (S3, S4, reliability 44), wholly or
// not at all:
//   begin     one at a time; programs and seasons are not edited until it is settled (Code::busy)
//   stage     slices of some hundred rows, which nobody sees
//   decide    one short step: from here on everybody sees all of it, also after a kill -9
//   settle    slices that change nothing that is seen: lines of the audit log that it owes, rows put in their place.
//             Of an import that was not decided: what it has staged goes.
// Each is an operation of the writer. Threads and errors as store.hpp says.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "server/operations/office_records.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

class ImportStore {
 public:
  explicit ImportStore(Store& whole) : whole_(whole) {}

  // Settle what an earlier one left first. The import is under way as long as `underway` lives: its owner may end at
  // any step.
  std::int64_t begin(const std::shared_ptr<const int>& underway, Instant now, const Actor&);

  // changedMeanwhile: a row would do what is forbidden by now.
  Code stage(std::int64_t import, std::span<const ProgramStep>);
  void stage(std::int64_t import, std::span<const PastAdoptionStep>);
  void stage(std::int64_t import, std::span<const QuotaStep>);

  // changedMeanwhile: since it was staged, somebody has applied to, or was adopted into, a program that it moves or
  // makes smaller.
  Code decidePrograms(std::int64_t import, const ImportPlan&);
  void decidePastAdoptions(std::int64_t import, const ImportPlan&);
  QuotaResult decideQuota(std::int64_t import, std::size_t rows);

  // Whether programs and seasons may not be edited now. Finishes what a decided import of nobody's still owes, or as
  // much of it as nobody else need wait for: the next try goes on.
  bool isUnderway();

  // At most so many rows of what is left of imports; whether there may be more. Never beside one that is under way.
  bool settle(std::size_t most);

 private:
  struct Begun {
    std::int64_t id;
    bool decided;
    Instant at;
    Actor actor;
  };

  Connection& database() { return whole_.database(); }
  int startYear();
  std::optional<Begun> begun(std::optional<std::int64_t> id = {});
  Code stage(std::int64_t import, const ProgramStep&, std::int64_t line);
  std::int64_t insertHidden(std::int64_t import, const Program&);
  void insertChange(std::int64_t import, const Program&, bool moves);
  void moveNow(std::int64_t import);
  void decide(std::int64_t import);
  void appendAudit(std::int64_t import, std::string_view action, std::string_view detail);
  bool finish(const Begun&, std::size_t most);
  bool drop(const Begun&, std::size_t most);
  bool settleLines(const Begun&, std::size_t most);

  Store& whole_;
};

// Settles all that is left, in slices, each a durable batch; before a server serves.
void settleImports(Store&);

}  // namespace senkoi::server::store
