// Carries an import out, step by step (import_store.hpp): all of it or nothing, and nobody waits longer than for one
// step of some hundred rows. Runs on a thread that may block; one run at a time for one database.
//
// What was confirmed is what is done: the digest is that of a plan made while nobody can edit programs any more.
// Where a step throws (disk full, the server stops), what was staged is dropped, at the latest when the server starts
// again; a decided import is finished then.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "server/operations/import_progress.hpp"
#include "server/operations/import_store.hpp"
#include "server/operations/office_records.hpp"

namespace senkoi::server::store {

class ImportRun {
 public:
  using Operation = std::function<void(Store&)>;
  // Runs an operation as a durable step of its own; throws what it threw.
  using Step = std::function<void(const Operation&)>;
  using Tell = std::function<void(ImportProgress::Stand)>;

  // `reader` sees what has been committed by each step.
  ImportRun(Store& reader, Step step, Tell tell) : reader_(reader), step_(std::move(step)), tell_(std::move(tell)) {}

  // formRefused: a row is at fault; changedMeanwhile: the digest is not the one of now, or a row may no longer be done.
  Outcome<ImportPlan> programs(Scope, std::span<const ProgramRow>, const Hash& digest, Instant now, const Actor&);
  Outcome<ImportPlan> pastAdoptions(std::span<const PastAdoptionRow>, const Hash& digest, Instant now, const Actor&);
  Outcome<QuotaResult> quota(std::span<const QuotaRow>, const Hash& digest, Instant now, const Actor&);

 private:
  class Begun;

  template <class Row>
  Code stageAll(std::int64_t import, const std::vector<Row>& rows);
  bool settleSome();
  void settleAll(std::size_t rows);

  Store& reader_;
  Step step_;
  Tell tell_;
};

}  // namespace senkoi::server::store
