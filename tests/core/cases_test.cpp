// Every row of tests/cases against the forms over std::string, as the server asks them.
#include <gmock/gmock.h>

#include <set>

#include "case_tables.hpp"
#include "senkoi/forms/forms.hpp"
#include "senkoi/rules/search.hpp"

namespace senkoi::tests {
namespace {

std::string joined(std::vector<std::string> const& entries) {
  std::string lines;
  for (std::string const& entry : entries) lines += entry + '\n';
  return lines;
}

/// The context of a row; owns the lists that the context only views.
struct Settings {
  explicit Settings(Case const& row) {
    auto const number = [&](char const* name, double fallback) {
      auto const found = row.numbers.find(name);
      return found == row.numbers.end() ? fallback : found->second;
    };
    auto const list = [&](char const* name) {
      auto const found = row.lists.find(name);
      return found == row.lists.end() ? std::string{} : joined(found->second);
    };
    context.now = static_cast<Instant>(number("now", 0));
    context.startYear = static_cast<int>(number("startYear", 0));
    context.password = {static_cast<unsigned>(number("passwordMin", 6)),
                        static_cast<unsigned>(number("passwordMax", 20))};
    refused = list("refusedMailDomains");
    warned = list("warnedMailDomains");
    context.mailDomains = {refused, warned};
  }

  std::string refused, warned;
  rules::Context context;
};

template <class Form>
Form filled(Case const& row) {
  Form form;
  forms::forEachItem<Form>(
      [&](auto const& entry) { form.*entry.member = row.values.at(std::string{name(entry.item)}); });
  return form;
}

template <class Form>
void expectAnswer(Case const& row) {
  Settings const settings{row};
  Form form = filled<Form>(row);
  forms::Findings<Form> const codes = forms::check(form, settings.context);
  std::size_t place = 0;
  forms::forEachItem<Form>([&](auto const& entry) {
    std::string const item{name(entry.item)};
    Code const code = codes[place++];
    auto const expected = row.codes.find(item);
    EXPECT_EQ(key(code), expected == row.codes.end() ? "ok" : expected->second) << item;
    if (refuses(code)) return;
    auto const canonical = row.canonical.find(item);
    EXPECT_EQ(form.*entry.member, canonical == row.canonical.end() ? row.values.at(item) : canonical->second) << item;
  });
}

/// What was made canonical is accepted once more and stays as it is.
template <class Form>
void expectSettled(Case const& row) {
  Settings const settings{row};
  Form form = filled<Form>(row);
  if (!forms::accepted(forms::check(form, settings.context))) return;
  Form again = form;
  EXPECT_TRUE(forms::accepted(forms::check(again, settings.context)));
  for (bool const changed : forms::changes(form, again)) EXPECT_FALSE(changed);
}

class Cases : public testing::TestWithParam<std::string> {
 protected:
  /// Calls visit on each row of the form of this test.
  template <class Visit>
  static void eachRow(Visit visit) {
    std::size_t rows = 0;
    for (Case const& row : caseTables()) {
      if (row.form != GetParam()) continue;
      SCOPED_TRACE(row.name);
      ++rows;
      forms::forEachForm<std::string>([&]<class Form>() {
        if (row.form == Form::name) visit.template operator()<Form>(row);
      });
    }
    EXPECT_GT(rows, 0U);
  }
};

TEST_P(Cases, AnswerAsTheTablesSay) {
  eachRow([]<class Form>(Case const& row) { expectAnswer<Form>(row); });
}

TEST_P(Cases, WhatIsCanonicalStays) {
  eachRow([]<class Form>(Case const& row) { expectSettled<Form>(row); });
}

INSTANTIATE_TEST_SUITE_P(Forms, Cases,
                         testing::Values("mail_entry", "registration", "user_data", "log_in", "recovery",
                                         "password_reset", "password_change", "program_search"),
                         [](auto const& form) { return form.param; });

TEST(Searches, FindWhatTheTableSays) {
  SearchTable const table = searchTable();
  auto const prefectureOf = [](Search const& row) { return static_cast<Prefecture>(std::stoi(row.prefecture)); };
  rules::SearchIndex index;
  for (Search const& record : table.catalogue) index.add(prefectureOf(record), record.facility, record.program);
  ASSERT_FALSE(table.searches.empty());
  for (Search const& row : table.searches) {
    rules::Query query{std::nullopt, rules::Needle{row.facility}, rules::Needle{row.program}};
    if (!row.prefecture.empty()) query.prefecture = prefectureOf(row);
    std::vector<std::uint32_t> found;
    index.find(query, found);
    EXPECT_EQ(found, row.found) << row.name;
  }
}

TEST(CaseTables, NamesAreUniqueAndTheTablesAreLarge) {
  std::set<std::string> names;
  for (Case const& row : caseTables()) EXPECT_TRUE(names.insert(row.name).second) << row.name;
  EXPECT_GE(names.size(), 1100U);
}

TEST(CaseTables, EveryCodeOfAFormIsShownByARow) {
  std::set<std::string> shown;
  for (Case const& row : caseTables()) {
    for (auto const& [item, code] : row.codes) shown.insert(code);
  }
  // Told by the store or by other checks, and no text of the forms is shorter than it may be.
  std::set<Code> const others{Code::registryNumberTaken, Code::currentPasswordWrong, Code::tooShort};
  for (std::size_t i = 1; i <= index(Code::userIdCheckDigit); ++i) {
    Code const code = static_cast<Code>(i);
    EXPECT_TRUE(others.contains(code) || shown.contains(std::string{key(code)})) << key(code);
  }
}

}  // namespace
}  // namespace senkoi::tests
