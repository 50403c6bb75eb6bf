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
json::JsonObject entriesOf(std::string_view query) {
  json::JsonObject entries = json::JsonObject::object();
  forms::forEachItem<Search>([&](const auto& entry) {
    if (auto value = http::queryValue(query, name(entry.item)))
      entries[std::string(name(entry.item))] = std::move(*value);
  });
  return entries;
}

}  // namespace

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

}  // namespace senkoi::server::handlers
