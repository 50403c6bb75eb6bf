// GET /staff/progress: cells of the caller's fields as decided, first those above their ceiling, then those
// with more who want a seat than it leaves (S3). GET
// /staff/statistics, the same by field and prefecture, also as a file (S4). Decisions that are not out yet are in both:
// offices may see them, nobody else (28).
#include <algorithm>

#include "senkoi/words/column.hpp"
#include "senkoi/words/label.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using store::CellProgress;
using words::Column;

// How many adopted are above the ceiling; 0 where there is none.
std::int64_t above(const CellProgress& cell) {
  return cell.ceiling ? std::max<std::int64_t>(cell.adoptedInSeason - *cell.ceiling, 0) : 0;
}

// How many seats are missing for those who hold or want one, within the ceiling.
std::int64_t seatsShort(const CellProgress& cell) {
  return cell.ceiling ? std::max<std::int64_t>(cell.seeking() - *cell.ceiling, 0) : 0;
}

json::Json cellJson(const CellProgress& cell) {
  return {{"field", digits(cell.field).view()},
          {"prefecture", digits(cell.prefecture).view()},
          {"programs", cell.programs},
          {"capacity", cell.capacity},
          {"applicants", cell.applicants()},
          {"decided", cell.adopted + cell.rejected},
          {"undecided", cell.undecided + cell.held},
          {"adopted", cell.adopted},
          {"rejected", cell.rejected},
          {"held", cell.held},
          {"declined", cell.declined},
          {"adopted_in_season", cell.adoptedInSeason},
          {"ceiling", json::orNull(cell.ceiling)},
          {"above_ceiling", above(cell)},
          {"seats_short", seatsShort(cell)}};
}

struct Asked {
  store::Scope scope;
  int round, startYear;
  std::size_t rounds;
};

Asked askedOf(const RequestContext& context, const Services& services) {
  const workflow::Season& season = services.snapshot.season();
  return {scopeAsked(context), roundAsked(context), season.startYear, season.rounds.size()};
}

http::Response answerOf(const std::vector<CellProgress>& cells, const Asked& asked) {
  json::Json list = json::Json::array();
  for (const CellProgress& cell : cells) list.push_back(cellJson(cell));
  return json::answer(
      200,
      {{"start_year", asked.startYear}, {"round", asked.round}, {"rounds", asked.rounds}, {"cells", std::move(list)}});
}

constexpr Column columns[]{Column::programs, Column::applicants, Column::adopted, Column::rejected,
                           Column::held,     Column::undecided,  Column::declined};

std::string fileOf(const std::vector<CellProgress>& cells, Language language) {
  csv::Writing csv;
  csv.cell(words::label(Item::programField, language));
  csv.cell(words::label(Item::prefecture, language));
  for (const Column column : columns) csv.cell(words::label(column, language));
  csv.cell(words::label(Item::capacity, language));
  csv.cell(words::label(Item::ceilingPublished, language));
  csv.endRow();
  for (const CellProgress& cell : cells) {
    csv.cell(words::label(cell.field, language));
    csv.cell(words::label(cell.prefecture, language));
    for (const std::int64_t count : {cell.programs, cell.applicants(), cell.adopted, cell.rejected, cell.held,
                                     cell.undecided, cell.declined, cell.capacity})
      csv.cell(count);
    csv.cell(cell.ceiling ? std::to_string(*cell.ceiling) : std::string{});
    csv.endRow();
  }
  return csv.take();
}

}  // namespace

Async<http::Response> progress(RequestContext& context, Services& services) {
  const Asked asked = askedOf(context, services);
  co_return co_await services.readers.run([&](store::Store& reader) {
    auto cells = reader.offices().progress(asked.scope, asked.round);
    std::ranges::stable_sort(cells, std::ranges::greater{},
                             [](const CellProgress& cell) { return std::pair(above(cell), seatsShort(cell)); });
    return answerOf(cells, asked);
  });
}

Async<http::Response> statistics(RequestContext& context, Services& services) {
  const Asked asked = askedOf(context, services);
  co_return co_await services.readers.run(
      [&](store::Store& reader) { return answerOf(reader.offices().progress(asked.scope, asked.round), asked); });
}

Async<http::Response> statisticsCsv(RequestContext& context, Services& services) {
  const Asked asked = askedOf(context, services);
  const Language language = languageAsked(context);
  const std::string name = "statistics-" + std::to_string(asked.startYear);
  co_return co_await services.readers.run([&](store::Store& reader) {
    return csvFile(fileOf(reader.offices().progress(asked.scope, asked.round), language), name);
  });
}

}  // namespace senkoi::server::handlers
