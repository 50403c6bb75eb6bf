// A table whose rows are forms: its columns are the form's items, each row is checked as the form is (S3, S4). Pure
// templates; one thread.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "senkoi/forms/check.hpp"
#include "senkoi/words/column.hpp"
#include "senkoi/words/label.hpp"
#include "server/csv/read.hpp"
#include "server/json/answer.hpp"
#include "server/operations/office_records.hpp"

namespace senkoi::server::handlers {

inline csv::Column columnOf(Item item, bool required) {
  return {name(item), words::label(item, Language::ja),         words::label(item, Language::en),
          required,   words::formerHeading(item, Language::ja), words::formerHeading(item, Language::en)};
}

// Names of fields and prefectures, in either language and however they are written (csv/headings.hpp), become their
// numbers, a phone number gets back the 0 that a spreadsheet took.
std::string asEntered(Item item, std::string_view cell);

// The rows that are sound by themselves; the others are among the table's problems.
template <class Form>
struct FormTable {
  csv::Table table;
  std::vector<csv::Column> columns;
  std::size_t before = 0;  // columns of the caller's that stand before those of the form
  std::vector<Form> forms;
  std::vector<std::size_t> rows;  // of the table, of each form

  void add(std::size_t row, std::size_t column, Code code, std::size_t min = 0, std::size_t max = 0) {
    table.problems.add({table.line(row), table.place(column), code, columns[column].key, {}, min, max});
  }
  std::vector<Item> absentItems() const {
    std::vector<Item> absent;
    for (const Item item : forms::items<Form>) {
      if (!table.has(columnOfItem(item))) absent.push_back(item);
    }
    return absent;
  }
  std::size_t columnOfItem(Item item) const { return before + forms::placeOf<Form>(item); }

  // What the store said of the forms given to it.
  void add(const std::vector<store::ImportPlan::Fault>& faults) {
    for (const auto& fault : faults) {
      if (fault.item) {
        add(rows[fault.row], columnOfItem(*fault.item), fault.code, fault.min, fault.max);
      } else {
        const std::size_t other = fault.other ? table.line(rows[*fault.other]) : 0;
        table.problems.add({table.line(rows[fault.row]), 0, fault.code, {}, {}, other});
      }
    }
  }
};

enum class Columns { asInForm, allRequired };

// `extra` are columns of the caller's, before the form's. `fix` may fill in what the caller knows, and skip rows that
// are none of the form's.
template <class Form, class Fix>
FormTable<Form> readForms(std::string_view bytes, std::vector<csv::Column> extra, Columns needed,
                          const forms::Context& formContext, Fix fix) {
  FormTable<Form> read;
  read.before = extra.size();
  read.columns = std::move(extra);
  forms::forEachItem<Form>([&](const auto& entry) {
    read.columns.push_back(columnOf(entry.item, needed == Columns::allRequired || entry.limits.required()));
  });
  fix.columns(read.columns);
  read.table = csv::read(bytes, read.columns);
  for (std::size_t row = 0; row < read.table.rows(); ++row) {
    if constexpr (requires { fix.skips(read.table, row); }) {
      if (fix.skips(read.table, row)) continue;
    }
    Form form;
    std::size_t column = read.before;
    forms::forEachItem<Form>(
        [&](const auto& entry) { form.*entry.member = asEntered(entry.item, read.table.cell(row, column++)); });
    fix.form(form);
    const auto codes = forms::check(form, formContext);
    column = read.before;
    std::size_t place = 0;
    forms::forEachItem<Form>([&](const auto& entry) {
      const Code code = codes[place++];
      if (refuses(code) && !read.table.toldOf(row, column))
        read.add(row, column, code, entry.limits.min, entry.limits.max);
      ++column;
    });
    if (!forms::accepted(codes)) continue;
    read.forms.push_back(std::move(form));
    read.rows.push_back(row);
  }
  return read;
}

struct AsRead {
  void columns(std::vector<csv::Column>&) const {}
  template <class Form>
  void form(Form&) const {}
};

// A value of a form as a table shows it to people: fields and prefectures by name, rounds apart.
std::string shownInTable(Item item, const std::string& value, Language language);

// One row that changes something, from what to what; `items` say in words what it is about.
template <class Form, std::size_t N>
json::Json changeOf(std::size_t line, const std::array<Item, N>& items, const std::optional<Form>& before,
                    const Form& after, Language language) {
  std::string subject;
  json::Json cells = json::Json::array();
  forms::forEachItem<Form>([&](const auto& entry) {
    const std::string& old = (before ? *before : after).*entry.member;
    const std::string& made = after.*entry.member;
    const bool names = std::ranges::find(items, entry.item) != items.end();
    if (names) subject += (subject.empty() ? "" : " ") + shownInTable(entry.item, old, language);
    if (before ? old == made : names || made.empty()) return;
    cells.push_back({{"heading", words::label(entry.item, language)},
                     {"before", before ? json::Json(shownInTable(entry.item, old, language)) : json::Json()},
                     {"after", shownInTable(entry.item, made, language)}});
  });
  return {{"line", line}, {"subject", std::move(subject)}, {"added", !before}, {"cells", std::move(cells)}};
}

inline constexpr std::size_t mostChangesTold = 200;

// {rows, added, changed, same, changes, problem_count, problems, encoding, digest}; the digest only where nothing is at
// fault.
json::Json reportOf(const csv::Table& table, const std::vector<csv::Column>& columns, const store::ImportPlan& plan,
                    json::Json changes, bool done, Language language);

std::string hexOf(const store::Hash& hash);
std::optional<store::Hash> hashOfHex(std::string_view text);  // none for what is no digest

}  // namespace senkoi::server::handlers
