// GET /programs: search by prefecture, facility and program name, together by AND (M3.3).
#include "senkoi/forms/program_search.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/http/target.hpp"
#include "server/json/form.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using Search = forms::ProgramSearch<std::string>;

// The query as the form reads it; parameters of other names are somebody else's (a link's campaign) and let be.
json::Body entriesOf(std::string_view query) {
  json::Body entries = json::Body::object();
  forms::forEachItem<Search>([&](const auto& entry) {
    if (auto value = http::queryValue(query, name(entry.item)))
      entries[std::string(name(entry.item))] = std::move(*value);
  });
  return entries;
}

}  // namespace

http::Response searchPrograms(Call& call, App& app) {
  const auto field = senkoi::fieldOf(http::queryValue(call.request.query, "field").value_or(""));
  if (!field) throw json::Refusal{Code::formRefused, {{"field", Code::unknownField}}};
  const auto context = contextOf(app, call.now());
  auto entries = entriesOf(call.request.query);
  auto search = json::readForm<Search>(entries, context);
  json::requireAccepted(search, context);
  return app.snapshot.search({*field, prefectureOf(search.form.prefecture), std::move(search.form.facility),
                              std::move(search.form.programName)},
                             call.request, call.now());
}

}  // namespace senkoi::server::handlers
