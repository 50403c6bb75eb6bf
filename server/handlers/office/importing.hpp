// What all imports do alike: the table is read aside, a dry run answers what it would do; with ?confirm=DIGEST it is
// done, wholly or not at all.
#pragma once

#include "server/base/async_aside.hpp"
#include "server/handlers/office/form_table.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/http/target.hpp"

namespace senkoi::server::handlers {

// None: a dry run.
inline std::optional<store::Hash> confirmedOf(const Call& call) {
  const auto text = http::queryValue(call.request.query, "confirm");
  if (!text) return std::nullopt;
  const auto digest = hashOfHex(*text);
  if (!digest) throw json::Refusal{Code::changedMeanwhile};
  return digest;
}

// What a table would do, with all that is at fault in it. Made aside, by a reader of its own: planning a hundred
// thousand rows takes as long as reading them.
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

}  // namespace senkoi::server::handlers
