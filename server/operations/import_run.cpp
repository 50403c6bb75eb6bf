#include "server/operations/import_run.hpp"

#include <algorithm>
#include <type_traits>

#include "server/operations/office_store.hpp"

namespace senkoi::server::store {
namespace {

constexpr std::size_t aStep = 250;  // rows: a few milliseconds of the writer

Code refusalOf(const ImportPlan& plan, const Hash& digest) {
  if (!plan.faults.empty()) return Code::formRefused;
  return plan.digest == digest ? Code::ok : Code::changedMeanwhile;
}

}  // namespace

// From the beginning of an import until it is settled. Dropped where it was not decided.
class ImportRun::Begun {
 public:
  Begun(ImportRun& run, Instant now, const Actor& actor) : run_(run) {
    while (run_.settleSome()) {
    }
    run_.step_([&](Store& store) { id_ = store.imports().begin(underway_, now, actor); });
  }
  ~Begun() {
    try {
      while (!settled_ && run_.settleSome()) {
      }
    } catch (...) {  // dropped when the next one begins, or the server starts again
    }
  }
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;

  std::int64_t id() const { return id_; }
  void settle(std::size_t rows) {
    run_.settleAll(rows);
    settled_ = true;
  }

 private:
  ImportRun& run_;
  const std::shared_ptr<const int> underway_ = std::make_shared<const int>(0);  // edits are refused while it lives
  std::int64_t id_ = 0;
  bool settled_ = false;
};

template <class Row>
Code ImportRun::stageAll(std::int64_t import, const std::vector<Row>& rows) {
  Code code = Code::ok;
  for (std::size_t done = 0; done < rows.size() && code == Code::ok; done += aStep) {
    tell_({ImportPhase::staging, done, rows.size()});
    const std::span<const Row> some(rows.data() + done, std::min(aStep, rows.size() - done));
    step_([&](Store& store) {
      if constexpr (std::is_same_v<Row, ProgramStep>) {
        code = store.imports().stage(import, some);
      } else {
        store.imports().stage(import, some);
      }
    });
  }
  return code;
}

bool ImportRun::settleSome() {
  bool more = false;
  step_([&](Store& store) { more = store.imports().settle(aStep); });
  return more;
}

void ImportRun::settleAll(std::size_t rows) {
  std::size_t done = 0;
  do {
    tell_({ImportPhase::finishing, std::min(done, rows), rows});
    done += aStep;
  } while (settleSome());
}

Outcome<ImportPlan> ImportRun::programs(Scope scope, std::span<const ProgramRow> rows, const Hash& digest, Instant now,
                                        const Actor& actor) {
  Begun begun(*this, now, actor);
  ProgramPlan planned = reader_.offices().planProgramSteps(scope, rows);
  Code code = refusalOf(planned.plan, digest);
  if (code == Code::ok) code = stageAll(begun.id(), planned.steps);
  if (code == Code::ok) step_([&](Store& store) { code = store.imports().decidePrograms(begun.id(), planned.plan); });
  if (code != Code::ok) return code;
  begun.settle(2 * planned.steps.size());
  return std::move(planned.plan);
}

Outcome<ImportPlan> ImportRun::pastAdoptions(std::span<const PastAdoptionRow> rows, const Hash& digest, Instant now,
                                             const Actor& actor) {
  Begun begun(*this, now, actor);
  PastAdoptionPlan planned = reader_.offices().planPastAdoptionSteps(rows);
  Code code = refusalOf(planned.plan, digest);
  if (code == Code::ok) code = stageAll(begun.id(), planned.steps);
  if (code != Code::ok) return code;
  step_([&](Store& store) { store.imports().decidePastAdoptions(begun.id(), planned.plan); });
  begun.settle(planned.steps.size());
  return std::move(planned.plan);
}

Outcome<QuotaResult> ImportRun::quota(std::span<const QuotaRow> rows, const Hash& digest, Instant now,
                                      const Actor& actor) {
  Begun begun(*this, now, actor);
  Code code = refusalOf(reader_.offices().planQuota(rows), digest);
  if (code != Code::ok) return code;
  const std::vector<QuotaStep> steps = reader_.offices().quotaSteps(rows);
  code = stageAll(begun.id(), steps);
  if (code != Code::ok) return code;
  QuotaResult result;
  step_([&](Store& store) { result = store.imports().decideQuota(begun.id(), rows.size()); });
  begun.settle(steps.size());
  result.unmatched = reader_.offices().quotaUnmatched();
  return result;
}

}  // namespace senkoi::server::store
