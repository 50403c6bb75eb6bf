// What all imports do alike: the table is read aside, a dry run answers what it would do; with ?confirm=DIGEST it is
// done, wholly or not at all.
#pragma once

#include "server/async_aside.hpp"
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

template <class Form>
http::Response reportAnswer(const FormTable<Form>& read, const store::ImportPlan& plan, bool done, const Call& call) {
  return json::answer(200, reportOf(read.table, read.columns, plan, done, call.language));
}

}  // namespace senkoi::server::handlers
