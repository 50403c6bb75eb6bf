// GET /staff/limits, GET /staff/limits.csv, POST /staff/limits/import (T3, T6, T10): the limits of every cell, and a
// table of them: a row a node as the file goes out, or a row a cell as they are published (tests/figures). GET
// /staff/offers.csv, POST /staff/offers/import: what programs offer of each kind (T2).
#include <charconv>

#include "senkoi/forms/seat_forms.hpp"
#include "senkoi/rules/published_cells.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/words/column.hpp"
#include "senkoi/words/kind.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/csv/headings.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/office/importing.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/seat_store.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using LimitRowEntry = forms::LimitRowEntry<std::string>;
using PublishedLimits = forms::PublishedLimits<std::string>;
using OfferEntry = forms::OfferEntry<std::string>;

const csv::Column seasonColumn{"season", words::label(Item::pastYear, Language::ja),
                               words::label(Item::pastYear, Language::en), false};
const csv::Column statusColumn{"status", words::statusHeading().ja, words::statusHeading().en, false};
const csv::Column sourceColumn{"source", words::sourceHeading().ja, words::sourceHeading().en, false};
const csv::Column programColumn{"id", words::label(words::Column::programNumber, Language::ja),
                                words::label(words::Column::programNumber, Language::en), true};

std::optional<std::int64_t> numberIn(const std::string& text) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// A name of a kind in a cell becomes its code.
struct KindNames {
  const store::SeasonSeats& seats;

  std::string codeOf(const std::string& cell) const {
    const auto folded = csv::folded(cell);
    for (const store::SeatKind& kind : seats.kinds) {
      if (csv::folded(kind.nameJa) == folded || csv::folded(kind.nameEn) == folded) return kind.code;
    }
    for (const Language language : {Language::ja, Language::en}) {
      if (csv::folded(words::kindName(rules::wholeCell, language)) == folded) return std::string(rules::wholeCell);
    }
    return cell;
  }
};

struct NodesByName : KindNames {
  void columns(std::vector<csv::Column>&) const {}
  void form(LimitRowEntry& entry) const {
    entry.node = codeOf(entry.node);
    entry.parent = codeOf(entry.parent);
  }
};

struct KindsByName : KindNames {
  void columns(std::vector<csv::Column>&) const {}
  void form(OfferEntry& entry) const { entry.kind = codeOf(entry.kind); }
};

// Rows of other seasons, and rows of sums, are none of the cells'.
struct PublishedRows {
  int season;

  void columns(std::vector<csv::Column>&) const {}
  void form(PublishedLimits&) const {}
  bool skips(const csv::Table& table, std::size_t row) const {
    constexpr std::size_t ofSeason = 0, ofPrefecture = 4;
    const std::string_view year = table.cell(row, ofSeason);
    return (!year.empty() && rules::seasonIn(year) != season) || rules::isTotal(table.cell(row, ofPrefecture));
  }
};

std::vector<store::LimitEntry> entriesOf(const FormTable<LimitRowEntry>& read) {
  std::vector<store::LimitEntry> entries;
  for (const LimitRowEntry& form : read.forms) {
    entries.push_back({*senkoi::fieldOf(form.field),
                       *senkoi::prefectureOf(form.prefecture),
                       {form.node, form.parent, numberIn(form.limit)}});
  }
  return entries;
}

rules::LimitRow rowOf(const PublishedLimits& form) {
  return {numberIn(form.base),    numberIn(form.addition), numberIn(form.care),        numberIn(form.ordinary),
          numberIn(form.linked),  numberIn(form.special),  numberIn(form.partnership), numberIn(form.limited),
          numberIn(form.ceiling), numberIn(form.fullTime)};
}

// A published row as its nodes, each with the lines that explain it; `rows` says from which form each came.
std::vector<store::LimitEntry> entriesOf(const FormTable<PublishedLimits>& read, std::vector<std::size_t>& rows) {
  std::vector<store::LimitEntry> entries;
  for (std::size_t i = 0; i < read.forms.size(); ++i) {
    const rules::LimitRow row = rowOf(read.forms[i]);
    const auto lines = rules::linesOf(row);
    std::vector<rules::LimitNode> nodes = rules::nodesOf(row);
    if (nodes.empty()) nodes.emplace_back();  // 「―」: the cell has no limit
    for (rules::LimitNode& node : nodes) {
      store::LimitEntry entry{*senkoi::fieldOf(read.forms[i].field), *senkoi::prefectureOf(read.forms[i].prefecture),
                              std::move(node)};
      for (rules::LimitLine line : lines) {
        if (line.node != entry.node.key) continue;
        line.source = read.table.cell(read.rows[i], 2);
        entry.lines.push_back(std::move(line));
      }
      entries.push_back(std::move(entry));
      rows.push_back(i);
    }
  }
  return entries;
}

// The sentence of a fault names the node and its numbers.
std::string saidOf(const rules::LimitFault& fault, const store::SeasonSeats& seats, Language language) {
  return words::fill(
      words::sentence(fault.code, language),
      {kindName(seats, fault.key, language), static_cast<unsigned>(std::max<std::int64_t>(0, fault.limit)),
       static_cast<unsigned>(std::max<std::int64_t>(0, fault.bound))});
}

json::Json noticeJson(std::size_t line, const rules::LimitFault& fault, const store::SeasonSeats& seats,
                      Language language) {
  return {{"line", line}, {"node", fault.key}, {"code", key(fault.code)}, {"message", saidOf(fault, seats, language)}};
}

// Beside the problems of the table itself, at the line of each: the heading is the node's name.
void addFaults(json::Json& report, const std::vector<store::LimitNotice>& faults, const std::vector<std::size_t>& lines,
               const store::SeasonSeats& seats, Language language) {
  for (const store::LimitNotice& one : faults) {
    report["problems"].push_back({{"line", lines[one.row]},
                                  {"column", 0},
                                  {"heading", kindName(seats, one.fault.key, language)},
                                  {"code", key(one.fault.code)},
                                  {"message", saidOf(one.fault, seats, language)}});
  }
  report["problem_count"] = report["problem_count"].get<std::size_t>() + faults.size();
}

json::Json changesJson(const std::vector<store::LimitChange>& changes) {
  json::Json list = json::Json::array();
  for (const store::LimitChange& one : changes) {
    list.push_back({{"field", digits(one.field).view()},
                    {"prefecture", digits(one.prefecture).view()},
                    {"node", one.node},
                    {"before", json::orNull(one.before)},
                    {"after", json::orNull(one.after)},
                    {"adopted", one.adopted},
                    {"seeking", one.seeking}});
  }
  return list;
}

// What a table of limits says, whichever of the two it is: its entries, and the line of each.
struct ReadLimits {
  std::vector<store::LimitEntry> entries;
  std::vector<std::size_t> lines;
  json::Json report;                             // of the table by itself
  json::Json differences = json::Json::array();  // rows whose parts do not add up
  bool sound = false;
};

template <class Form>
void finish(ReadLimits& made, FormTable<Form>& read, const store::LimitsPlan& plan,
            const std::vector<std::size_t>& formOf, Language language) {
  std::vector<store::ImportPlan::Fault> faults = plan.plan.faults;
  for (store::ImportPlan::Fault& fault : faults) fault.row = formOf.empty() ? fault.row : formOf[fault.row];
  read.add(faults);
  made.sound = read.table.problems.none() && plan.sound();
  made.report = reportOf(read.table, read.columns, plan.plan, json::Json::array(), false, language);
}

bool isWide(const csv::Table& table) {
  return table.has(0) || table.has(1) || table.has(2);
}

// By its headings: has it any column that only the published tables have?
bool readsAsPublished(std::string_view bytes) {
  std::vector<csv::Column> columns;
  for (const Item item : {Item::partOrdinary, Item::partCeiling, Item::partLinked})
    columns.push_back(columnOf(item, false));
  return isWide(csv::read(bytes, columns));
}

ReadLimits readLimits(store::Store& reader, const RequestContext& context, const forms::Context& formContext,
                      store::LimitsPlan& plan) {
  ReadLimits made;
  const store::SeasonSeats seats = reader.seats().read();
  std::vector<std::size_t> formOf;
  if (readsAsPublished(context.request.body)) {
    auto read =
        readForms<PublishedLimits>(context.request.body, {seasonColumn, statusColumn, sourceColumn}, Columns::asInForm,
                                   formContext, PublishedRows{reader.presentSeason().startYear});
    made.entries = entriesOf(read, formOf);
    for (const std::size_t form : formOf) made.lines.push_back(read.table.line(read.rows[form]));
    for (std::size_t i = 0; i < read.forms.size(); ++i) {
      for (const rules::RowDifference& one : rules::differences(rowOf(read.forms[i]))) {
        made.differences.push_back(noticeJson(read.table.line(read.rows[i]),
                                              {Code::totalDiffers, one.label, {}, one.stands, one.parts}, seats,
                                              context.language));
      }
    }
    plan = reader.seats().planLimits(made.entries);
    finish(made, read, plan, formOf, context.language);
    return made;
  }
  auto read = readForms<LimitRowEntry>(context.request.body, {}, Columns::asInForm, formContext, NodesByName{{seats}});
  made.entries = entriesOf(read);
  for (const std::size_t row : read.rows) made.lines.push_back(read.table.line(row));
  plan = reader.seats().planLimits(made.entries);
  finish(made, read, plan, formOf, context.language);
  return made;
}

json::Json limitsReport(ReadLimits& read, const store::LimitsPlan& plan, const store::SeasonSeats& seats, bool done,
                        Language language) {
  json::Json report = std::move(read.report);
  json::Json warnings = std::move(read.differences);
  addFaults(report, plan.faults, read.lines, seats, language);
  for (const store::LimitNotice& one : plan.warnings)
    warnings.push_back(noticeJson(read.lines[one.row], one.fault, seats, language));
  report["warnings"] = std::move(warnings);
  report["limits"] = changesJson(plan.changes);
  report["digest"] = read.sound ? json::Json(hexOf(plan.plan.digest)) : json::Json();
  report["done"] = done;
  return report;
}

json::Json limitsJson(const std::vector<store::CellLimits>& cells) {
  json::Json list = json::Json::array();
  for (const store::CellLimits& cell : cells) {
    json::Json nodes = json::Json::array(), lines = json::Json::array();
    for (const rules::LimitNode& node : cell.nodes)
      nodes.push_back({{"node", node.key}, {"parent", node.parent}, {"limit", json::orNull(node.limit)}});
    for (const rules::LimitLine& line : cell.lines) {
      lines.push_back({{"node", line.node}, {"label", line.label}, {"value", line.value}, {"source", line.source}});
    }
    list.push_back({{"field", digits(cell.field).view()},
                    {"prefecture", digits(cell.prefecture).view()},
                    {"nodes", std::move(nodes)},
                    {"lines", std::move(lines)}});
  }
  return list;
}

std::string limitsFile(const std::vector<store::CellLimits>& cells, Language language) {
  csv::Writing csv;
  forms::forEachItem<LimitRowEntry>([&](const auto& entry) { csv.cell(words::label(entry.item, language)); });
  csv.endRow();
  for (const store::CellLimits& cell : cells) {
    for (const rules::LimitNode& node : cell.nodes) {
      csv.cell(words::label(cell.field, language));
      csv.cell(words::label(cell.prefecture, language));
      csv.cell(node.key);
      csv.cell(node.parent);
      csv.cell(node.limit ? std::to_string(*node.limit) : std::string{});
      csv.endRow();
    }
  }
  return csv.take();
}

std::vector<store::OfferRow> offerRowsOf(FormTable<OfferEntry>& read) {
  std::vector<store::OfferRow> rows;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < read.forms.size(); ++i) {
    const rules::Digits found = rules::digitsIn(read.table.cell(read.rows[i], 0), U",'");
    if (!found.plain()) {
      read.add(read.rows[i], 0, Code::csvIdUnknown);
      continue;
    }
    rows.push_back({rules::numberIn(found.view()), read.forms[i].kind,
                    static_cast<std::uint32_t>(numberIn(read.forms[i].seats).value_or(0))});
    kept.push_back(read.rows[i]);
  }
  read.rows = std::move(kept);
  return rows;
}

std::string offersFile(store::Store& reader, const store::Scope& scope, Language language) {
  csv::Writing csv;
  csv.cell(words::label(words::Column::programNumber, language));
  forms::forEachItem<OfferEntry>([&](const auto& entry) { csv.cell(words::label(entry.item, language)); });
  csv.endRow();
  std::unordered_map<std::int64_t, std::vector<store::ProgramOffer>> offers;
  for (store::ProgramOffer& offer : reader.seats().offers()) offers[offer.program].push_back(std::move(offer));
  for (const store::OfficeProgram& one : reader.offices().programs(scope)) {
    if (one.closedAt) continue;
    auto& offered = offers[one.program.id];
    if (offered.empty()) offered.push_back({one.program.id, std::string(rules::ordinaryKind), one.program.capacity});
    for (const store::ProgramOffer& offer : offered) {
      csv.cell(offer.program);
      csv.cell(offer.kind);
      csv.cell(offer.seats);
      csv.endRow();
    }
  }
  return csv.take();
}

}  // namespace

Async<http::Response> officeLimits(RequestContext&, Services& services) {
  const int startYear = services.snapshot.season().startYear;
  co_return co_await services.readers.run([&](store::Store& reader) {
    return json::answer(200, {{"start_year", startYear},
                              {"kinds", kindsOf(reader.seats().read())},
                              {"cells", limitsJson(reader.seats().limits())}});
  });
}

Async<http::Response> limitsCsv(RequestContext& context, Services& services) {
  const Language language = languageAsked(context);
  const std::string name = "limits-" + std::to_string(services.snapshot.season().startYear);
  co_return co_await services.readers.run(
      [&](store::Store& reader) { return csvFile(limitsFile(reader.seats().limits(), language), name); });
}

Async<http::Response> importLimits(RequestContext& context, Services& services) {
  const auto confirmed = confirmedOf(context);
  const forms::Context formContext = contextOf(services, context.now());
  const store::Actor actor = context.actor();
  auto response = co_await services.imports.run([&](store::Store& reader) {
    store::LimitsPlan plan;
    ReadLimits read = readLimits(reader, context, formContext, plan);
    if (confirmed) {
      if (!read.sound) throw json::ApiError{Code::formRefused};
      const auto done = services.writer.wait([&](store::Store& store) {
        return store.seats().publishLimits(read.entries, *confirmed, context.now(), actor);
      });
      if (!done.value) throw json::ApiError{done.code};
    }
    return json::answer(200, limitsReport(read, plan, reader.seats().read(), confirmed.has_value(), context.language));
  });
  if (confirmed) co_await showAtOnce(services);
  co_return response;
}

Async<http::Response> offersCsv(RequestContext& context, Services& services) {
  const store::Scope scope = scopeAsked(context);
  const Language language = languageAsked(context);
  const std::string name = "offers-" + std::to_string(services.snapshot.season().startYear);
  co_return co_await services.readers.run(
      [&](store::Store& reader) { return csvFile(offersFile(reader, scope, language), name); });
}

Async<http::Response> importOffers(RequestContext& context, Services& services) {
  const auto confirmed = confirmedOf(context);
  const store::Scope scope = scopeOf(context);
  const forms::Context formContext = contextOf(services, context.now());
  const store::Actor actor = context.actor();
  auto response = co_await services.imports.run([&](store::Store& reader) {
    const store::SeasonSeats seats = reader.seats().read();
    Planned<OfferEntry, store::OfferRow> planned{readForms<OfferEntry>(
        context.request.body, {programColumn}, Columns::allRequired, formContext, KindsByName{{seats}})};
    planned.rows = offerRowsOf(planned.read);
    store::OffersPlan plan = reader.seats().planOffers(scope, planned.rows);
    planned.add(plan.plan);
    const bool sound = planned.read.table.problems.none() && plan.faults.empty();
    if (confirmed) {
      if (!sound) throw json::ApiError{Code::formRefused};
      const auto done = services.writer.wait([&](store::Store& store) {
        return store.seats().importOffers(scope, planned.rows, *confirmed, context.now(), actor);
      });
      if (!done.value) throw json::ApiError{done.code};
    }
    json::Json report = planned.report(planned.plan, confirmed.has_value(), context);
    std::vector<std::size_t> lines;
    for (const std::size_t row : planned.read.rows) lines.push_back(planned.read.table.line(row));
    addFaults(report, plan.faults, lines, seats, context.language);
    if (!sound) report["digest"] = json::Json();
    return json::answer(200, report);
  });
  if (confirmed) co_await showAtOnce(services);
  co_return response;
}

}  // namespace senkoi::server::handlers
