// GET /staff/candidates.csv: the list as a file that a Japanese Excel opens (S1).
#include "senkoi/rules/local_date_time.hpp"
#include "senkoi/words/column.hpp"
#include "senkoi/words/label.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using words::Column;

constexpr Column before[]{Column::application, Column::program,   Column::facility,  Column::round, Column::decision,
                          Column::heldReason,  Column::heldOwner, Column::appliedAt, Column::userId};

// As a person reads it: choices and prefectures by their labels.
std::string_view shown(Item item, std::string_view value, Language language) {
  if (item == Item::prefecture) {
    const auto prefecture = prefectureOf(value);
    return prefecture ? words::label(*prefecture, language) : value;
  }
  const auto label = words::label(item, value, language);
  return label.empty() ? value : label;
}

void head(csv::Writing& csv, Language language) {
  for (const Column column : before) csv.cell(words::label(column, language));
  forms::forEachItem<store::UserData>([&](const auto& entry) { csv.cell(words::label(entry.item, language)); });
  csv.cell(words::label(Column::yearsSinceLicence, language));
  csv.cell(words::label(Item::mail, language));
  csv.endRow();
}

void row(csv::Writing& csv, const store::Candidate& candidate, const store::Program& program, int startYear,
         Language language) {
  const store::Application& application = candidate.application;
  csv.cell(application.id);
  csv.cell(program.name);
  csv.cell(program.facility);
  csv.cell(application.round);
  csv.cell(decisionWord(application.state, language));
  csv.cell(candidate.reason);
  csv.cell(candidate.owner);
  csv.cell(rules::localDateTimeText(application.appliedAt));
  csv.cell(shownUserId(candidate.account.userId));
  const store::UserData& data = candidate.account.data;
  forms::forEachItem<store::UserData>(
      [&](const auto& entry) { csv.cell(shown(entry.item, data.*entry.member, language)); });
  const auto years = candidate.account.userId.empty() ? json::Json() : yearsSinceLicence(data, startYear);
  csv.cell(years.is_null() ? std::string{} : years.dump());
  csv.cell(candidate.account.mail);
  csv.endRow();
}

}  // namespace

Async<http::Response> candidatesCsv(RequestContext& context, Services& services) {
  const int year = services.snapshot.season().startYear;
  const Language language = languageAsked(context);
  co_return co_await services.readers.run([&](store::Store& reader) {
    csv::Writing csv;
    head(csv, language);
    for (const store::Program& program : programsAsked(context, reader)) {
      for (const store::Candidate& candidate : reader.directors().candidates(program.id))
        row(csv, candidate, program, year, language);
    }
    return csvFile(csv.take(), "candidates-" + std::to_string(year));
  });
}

}  // namespace senkoi::server::handlers
