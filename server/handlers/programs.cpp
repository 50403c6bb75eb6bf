// What everybody may read of a field's programs, from the snapshot.
#include "senkoi/forms/program_search.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/http/target.hpp"
#include "server/json/form.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

// GET /catalogue/{field}: every program of a field, for searching in the browser (M3.3).
http::Response catalogue(RequestContext& context, Services& services) {
  return services.snapshot.catalogue(fieldOf(context), context.request);
}

namespace {

using Search = forms::ProgramSearch<std::string>;

// The query as the form reads it; parameters of other names are somebody else's (a link's campaign) and let be.
json::JsonObject entriesOf(std::string_view query) {
  json::JsonObject entries = json::JsonObject::object();
  forms::forEachItem<Search>([&](const auto& entry) {
    if (auto value = http::queryValue(query, name(entry.item)))
      entries[std::string(name(entry.item))] = std::move(*value);
  });
  return entries;
}

}  // namespace

// GET /programs: search by prefecture, facility and program name, together by AND (M3.3).
http::Response searchPrograms(RequestContext& context, Services& services) {
  const auto field = senkoi::fieldOf(http::queryValue(context.request.query, "field").value_or(""));
  if (!field) throw json::ApiError{Code::formRefused, {{"field", Code::unknownField}}};
  const auto formContext = contextOf(services, context.now());
  auto entries = entriesOf(context.request.query);
  auto search = json::readForm<Search>(entries, formContext);
  json::requireAccepted(search, formContext);
  return services.snapshot.search({*field, prefectureOf(search.form.prefecture), std::move(search.form.facility),
                                   std::move(search.form.programName)},
                                  context.request, context.now());
}

// GET /programs/{id}: one program with its applicants now, capacity, ceiling and contact (M3.4).
http::Response program(RequestContext& context, Services& services) {
  auto page = services.snapshot.program(idOf(context), context.request, context.now());
  if (!page) throw json::ApiError{Code::notFound};
  return std::move(*page);
}

// GET /figures/{field}: applicants, decisions that are out, capacity and ceiling of a field (M3.1 ⑤, M3.4, M3.7).
http::Response figures(RequestContext& context, Services& services) {
  return services.snapshot.figures(fieldOf(context), context.request, context.now());
}

}  // namespace senkoi::server::handlers
