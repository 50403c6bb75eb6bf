#include "senkoi/forms/forms.hpp"
#include "senkoi/forms/staff_forms.hpp"
#include "senkoi/words/label.hpp"
#include "senkoi/words/sentence.hpp"
#include "senkoi/workflow/calendar.hpp"
#include "wasm/describe/emit.hpp"
#include "wasm/describe/json.hpp"

namespace senkoi::describe {
namespace {

using ApplicantForms = forms::AllForms<std::string_view>;
using StaffForms = forms::StaffForms<std::string_view>;

void codeSentences(Json& json, Language language) {
  json.object("codes", [&] {
    for (CodeRow const& row : codeTable) json.text(row.key, words::sentence(row.code, language));
  });
}

template <class List>
void formItems(Json& json, Language language) {
  json.object("items", [&] {
    forms::forEachOf<List>([&]<class Form>() {
      forms::forEachItem<Form>([&](auto const& entry) {
        json.object(std::string{Form::name} + '.' + std::string{name(entry.item)}, [&] {
          json.text("label", words::label(entry.item, language));
          json.text("help", words::help(entry.item, language));
        });
      });
    });
  });
}

/// The items of these forms that offer a choice, each once.
template <class List>
void itemOptions(Json& json, Language language) {
  std::array<bool, itemTable.size()> seen{};
  forms::forEachOf<List>([&]<class Form>() {
    for (Item const item : forms::items<Form>) seen[index(item)] = true;
  });
  json.object("options", [&] {
    for (ItemRow const& row : itemTable) {
      for (std::string_view const option :
           seen[index(row.item)] ? optionsOf(row.item) : decltype(optionsOf(row.item)){}) {
        json.text(std::string{row.name} + '.' + std::string{option}, words::label(row.item, option, language));
      }
    }
  });
}

void places(Json& json, Language language) {
  auto const everyField = [&](std::string_view key, auto word) {
    json.object(key, [&] {
      for (unsigned i = 1; i <= fieldCount; ++i) json.text(twoDigits(i), word(static_cast<Field>(i), language));
    });
  };
  everyField("fields", [](Field field, Language in) { return words::label(field, in); });
  everyField("societies", [](Field field, Language in) { return words::society(field, in); });
  json.object("prefectures", [&] {
    for (unsigned i = 1; i <= prefectureCount; ++i) {
      json.text(twoDigits(i), words::label(static_cast<Prefecture>(i), language));
    }
  });
}

void rounds(Json& json, Language language) {
  json.object("rounds", [&] {
    for (int round = 1; round <= static_cast<int>(workflow::mostRounds); ++round) {
      json.text(std::to_string(round), words::roundName(round, language));
    }
  });
}

template <class Named, std::size_t N>
void named(Json& json, std::string_view key, std::array<std::string_view, N> const& names, Language language) {
  json.object(key, [&] {
    for (std::size_t i = 0; i < N; ++i) json.text(names[i], words::label(static_cast<Named>(i), language));
  });
}

}  // namespace

std::string wordsJson(Language language) {
  Json json;
  json.object("", [&] {
    codeSentences(json, language);
    formItems<ApplicantForms>(json, language);
    itemOptions<ApplicantForms>(json, language);
    places(json, language);
    named<ApplicationState>(json, "states", applicationStateNames, language);
    named<Period>(json, "periods", periodNames, language);
    rounds(json, language);
    named<Role>(json, "roles", roleNames, language);
  });
  return json.written();
}

std::string staffWordsJson(Language language) {
  Json json;
  json.object("", [&] {
    formItems<StaffForms>(json, language);
    itemOptions<StaffForms>(json, language);
  });
  return json.written();
}

}  // namespace senkoi::describe
