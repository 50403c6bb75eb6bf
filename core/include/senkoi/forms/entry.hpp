// One row of a form's table: everything that is known of one item, at most six members. Adapters (JSON, SQL, HTML, the
// resident form in the browser) visit the rows; nothing of an item is written anywhere else. Pure values.
#pragma once

#include <string_view>

#include "senkoi/codes/item.hpp"
#include "senkoi/rules/text/limits.hpp"

namespace senkoi::forms {

using rules::Limits;

/// How an item is asked for. `secret` is the password kind: never shown again.
enum class Kind : std::uint8_t { text, mail, tel, digits, secret, select, radio, checkbox, textarea, year, month };

/// The name of a kind as the pages know it.
constexpr std::string_view name(Kind kind) {
  constexpr std::string_view names[]{"text",  "mail",     "tel",      "digits", "password", "select",
                                     "radio", "checkbox", "textarea", "year",   "month"};
  return names[static_cast<std::size_t>(kind)];
}

constexpr bool isChosen(Kind kind) {
  return kind == Kind::select || kind == Kind::radio || kind == Kind::checkbox;
}

/// `autocomplete` is the HTML token for the browser's memory. `rule` is a function object (text&, Limits, Context) →
/// Code that is asked once the text is known to be there, sound and short enough.
template <class Form, class Text, class Rule>
struct Entry {
  Item item;
  Text Form::*member;
  Limits limits;
  Kind kind;
  std::string_view autocomplete;
  Rule rule;
};

/// Said for the browser's compiler, which deduces no aggregates by itself.
template <class Form, class Text, class Rule>
Entry(Item, Text Form::*, Limits, Kind, std::string_view, Rule) -> Entry<Form, Text, Rule>;

}  // namespace senkoi::forms
