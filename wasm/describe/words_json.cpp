#include "senkoi/forms/forms.hpp"
#include "senkoi/words/label.hpp"
#include "senkoi/words/sentence.hpp"
#include "wasm/describe/emit.hpp"
#include "wasm/describe/json.hpp"

namespace senkoi::describe {
namespace {

void codeSentences(Json& json, Language language) {
  json.object("codes", [&] {
    for (CodeRow const& row : codeTable) json.text(row.key, words::sentence(row.code, language));
  });
}

void formItems(Json& json, Language language) {
  json.object("items", [&] {
    forms::forEachForm<std::string_view>([&]<class Form>() {
      forms::forEachItem<Form>([&](auto const& entry) {
        json.object(std::string{Form::name} + '.' + std::string{name(entry.item)}, [&] {
          json.text("label", words::label(entry.item, language));
          json.text("help", words::help(entry.item, language));
        });
      });
    });
  });
}

void itemOptions(Json& json, Language language) {
  json.object("options", [&] {
    for (std::size_t i = 0; i < itemTable.size(); ++i) {
      Item const item = static_cast<Item>(i);
      for (std::string_view const option : optionsOf(item)) {
        json.text(std::string{name(item)} + '.' + std::string{option}, words::label(item, option, language));
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
    formItems(json, language);
    itemOptions(json, language);
    places(json, language);
    named<ApplicationState>(json, "states", applicationStateNames, language);
    named<Period>(json, "periods", periodNames, language);
  });
  return json.written();
}

}  // namespace senkoi::describe
