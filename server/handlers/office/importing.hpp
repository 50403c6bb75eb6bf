// What all imports do alike: the table is read beside the HTTP thread, a dry run answers what it would do; with
// ?confirm=DIGEST it is done, wholly or not at all, and without keeping anybody waiting (import_run.hpp).
#pragma once

#include <chrono>
#include <thread>

#include "server/handlers/office/form_table.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/http/target.hpp"
#include "server/operations/import_run.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

// None: a dry run.
inline std::optional<store::Hash> confirmedOf(const Call& call) {
  const auto text = http::queryValue(call.request.query, "confirm");
  if (!text) return std::nullopt;
  const auto digest = hashOfHex(*text);
  if (!digest) throw json::Refusal{Code::changedMeanwhile};
  return digest;
}

// What a table would do, with all that is at fault in it. Made and freed beside the HTTP thread: a hundred thousand
// rows are millions of strings.
template <class Form, class Row>
struct Planned {
  FormTable<Form> read;
  std::vector<Row> rows{};
  store::ImportPlan plan{};

  void add(store::ImportPlan made) {
    plan = std::move(made);
    read.add(plan.faults);
  }
  json::Json report(const store::ImportPlan& of, bool done, const Call& call) const {
    return reportOf(read.table, read.columns, of, done, call.language);
  }
  http::Response dryRun(const Call& call) const { return json::answer(200, report(plan, false, call)); }
  void requireNoFault() const {
    if (!read.table.problems.none()) throw json::Refusal{Code::formRefused};
  }
};

// For the thread of the imports: each step is an operation of the writer. A full queue is waited for, others go first.
inline store::ImportRun importRun(store::Store& reader, App& app, store::ImportProgress::Entry& progress) {
  static constexpr int mostTries = 200;
  static constexpr auto pause = std::chrono::milliseconds(50);
  const auto step = [&app](const store::ImportRun::Operation& operation) {
    for (int tries = 1;; ++tries) {
      if (app.imports.isStopping()) throw store::Busy("the server is stopping");
      try {
        return app.writer.wait([&](store::Store& store) { operation(store); });
      } catch (const store::Busy&) {
        if (tries == mostTries) throw;
      }
      std::this_thread::sleep_for(pause);
    }
  };
  return {reader, step, [&progress](store::ImportProgress::Stand stand) { progress.tell(stand); }};
}

}  // namespace senkoi::server::handlers
