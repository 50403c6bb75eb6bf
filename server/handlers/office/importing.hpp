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
inline std::optional<store::Hash> confirmedOf(const RequestContext& context) {
  const auto text = http::queryValue(context.request.query, "confirm");
  if (!text) return std::nullopt;
  const auto digest = hashOfHex(*text);
  if (!digest) throw json::ApiError{Code::changedMeanwhile};
  return digest;
}

// What a table would do, with all that is at fault in it. Made and freed beside the HTTP thread: a hundred thousand
// rows are millions of strings.
template <class Form, class Row>
struct Planned {
  FormTable<Form> read;
  std::vector<Row> rows{};
  store::ImportPlan plan{};
  json::Json changes = json::Json::array();  // the first of them, of a dry run

  void add(store::ImportPlan made) {
    plan = std::move(made);
    read.add(plan.faults);
  }
  // Each step by `tell`, which answers changeOf() of the line of the file and the step.
  template <class Steps, class Tell>
  void addChanges(const Steps& steps, Tell tell) {
    for (const auto& step : steps) {
      if (changes.size() == mostChangesTold) return;
      changes.push_back(tell(read.table.line(read.rows[step.row]), step));
    }
  }
  json::Json report(const store::ImportPlan& of, bool done, const RequestContext& context) const {
    return reportOf(read.table, read.columns, of, changes, done, context.language);
  }
  http::Response dryRun(const RequestContext& context) const { return json::answer(200, report(plan, false, context)); }
  void requireNoFault() const {
    if (!read.table.problems.none()) throw json::ApiError{Code::formRefused};
  }
};

// For the thread of the imports: each step is an operation of the writer. A full queue is waited for, others go first.
inline store::ImportRun importRun(store::Store& reader, Services& services, store::ImportProgress::Entry& progress) {
  static constexpr int mostTries = 200;
  static constexpr auto pause = std::chrono::milliseconds(50);
  const auto step = [&services](const store::ImportRun::Operation& operation) {
    for (int tries = 1;; ++tries) {
      if (services.imports.isStopping()) throw store::Busy("the server is stopping");
      try {
        return services.writer.wait([&](store::Store& store) { operation(store); });
      } catch (const store::Busy&) {
        if (tries == mostTries) throw;
      }
      std::this_thread::sleep_for(pause);
    }
  };
  return {reader, step, [&progress](store::ImportProgress::Stand stand) { progress.tell(stand); }};
}

}  // namespace senkoi::server::handlers
