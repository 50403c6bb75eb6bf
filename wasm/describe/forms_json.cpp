#include "senkoi/forms/forms.hpp"
#include "senkoi/forms/staff_forms.hpp"
#include "wasm/describe/emit.hpp"
#include "wasm/describe/json.hpp"

namespace senkoi::describe {
namespace {

using forms::Kind;

/// The keyboard that a phone shows for a kind.
std::string_view inputMode(Kind kind) {
  switch (kind) {
    case Kind::mail:
      return "email";
    case Kind::tel:
      return "tel";
    case Kind::digits:
    case Kind::year:
    case Kind::month:
      return "numeric";
    default:
      return "text";
  }
}

template <class List>
std::string formsOf() {
  Json json;
  auto const item = [&](auto const& entry) {
    json.object("", [&] {
      json.text("name", name(entry.item));
      json.text("kind", name(entry.kind));
      json.boolean("required", entry.limits.required());
      json.number("min", entry.limits.min);
      json.number("max", entry.limits.max);
      json.text("autocomplete", entry.autocomplete);
      json.text("inputmode", inputMode(entry.kind));
      json.array("options", [&] {
        for (std::string_view const option : optionsOf(entry.item)) json.text("", option);
      });
    });
  };
  json.object("", [&] {
    forms::forEachOf<List>([&]<class Form>() { json.array(Form::name, [&] { forms::forEachItem<Form>(item); }); });
  });
  return json.written();
}

}  // namespace

std::string formsJson() {
  return formsOf<forms::AllForms<std::string_view>>();
}
std::string staffFormsJson() {
  return formsOf<forms::StaffForms<std::string_view>>();
}

std::string codesJson() {
  Json json;
  json.object("", [&] {
    for (CodeRow const& row : codeTable) {
      json.object(row.key, [&] {
        json.number("number", index(row.code));
        json.text("severity", name(row.severity));
      });
    }
  });
  return json.written();
}

}  // namespace senkoi::describe
