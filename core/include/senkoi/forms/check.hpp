// Checks a form: each item by its row, then what holds between items. The one function that the page asks while one
// types and the server asks before it stores. Values are made canonical in place.
// Fails by answering codes; throws nothing of its own (std::string may, out of memory). Forms are not shared between
// threads.
//
// How an adapter uses a form (server/json, SQL binding, wasm):
//   forms::Registration<std::string> form;
//   forms::forEachItem<decltype(form)>([&](auto const& entry) { form.*entry.member = json.at(name(entry.item)); });
//   forms::Findings<decltype(form)> const codes = forms::check(form, context);   // codes[i] belongs to row i
//   if (!forms::accepted(codes)) …   // of row i: name(forms::items<decltype(form)>[i]), key(codes[i])
#pragma once

#include <array>
#include <tuple>
#include <type_traits>
#include <utility>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/entry.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::forms {

using rules::Context;

template <class Form>
inline constexpr std::size_t itemCount = std::tuple_size_v<decltype(Form::table())>;

/// One code an item, in the order of the table; Code::ok where nothing is to say.
template <class Form>
using Findings = std::array<Code, itemCount<Form>>;

/// Calls visit(entry) for each row of the form's table, in order.
template <class Form, class Visit>
constexpr void forEachItem(Visit&& visit) {
  std::apply([&](auto const&... entry) { (visit(entry), ...); }, Form::table());
}

template <class Form>
inline constexpr auto items = std::apply([](auto const&... entry) { return std::array{entry.item...}; }, Form::table());

/// The place of an item in its form; itemCount where it is not there.
template <class Form>
constexpr std::size_t placeOf(Item item) {
  std::size_t place = 0;
  while (place < itemCount<Form> && items<Form>[place] != item) ++place;
  return place;
}

/// The same at compile time; an item that is not there does not compile.
template <class Form, Item item>
requires(placeOf<Form>(item) < itemCount<Form>) inline constexpr std::size_t place = placeOf<Form>(item);

/// The limits as they stand for this operator: those of a new password are policy.
constexpr Limits limitsOf(Item item, Limits limits, Context const& context) {
  if (item != Item::password) return limits;
  return {static_cast<std::uint16_t>(context.password.least), static_cast<std::uint16_t>(context.password.most)};
}

/// What is asked of every text, whatever its rule; one that nobody need enter may come out empty. invisibleDropped lets
/// it pass.
template <class Text>
[[gnu::noinline]] constexpr Code receive(Text& text, Limits const& limits, Kind kind, rules::Joiners joiners) {
  if (rules::longerThan(text.data(), text.size(), limits.units())) return Code::tooLong;
  auto const lines = kind == Kind::textarea ? rules::Lines::many : rules::Lines::one;
  Code const cleaned = rules::clean(text, lines, joiners);
  if (text.size() != 0) return cleaned;
  if (!limits.required()) return Code::ok;
  return isChosen(kind) ? Code::choiceRequired : Code::required;
}

/// Rules of people's own words say so by a member `joiners`, those that tell of what was dropped by `tellsDropped`.
template <class Rule>
constexpr rules::Joiners joinersOf() {
  if constexpr (requires { Rule::joiners; }) return Rule::joiners;
  return rules::Joiners::go;
}

/// One text against what its row says of it.
template <class Rule, class Text>
constexpr Code checkText(Text& text, Limits const& limits, Kind kind, Context const& context) {
  Code const received = receive(text, limits, kind, joinersOf<Rule>());
  bool const dropped = received == Code::invisibleDropped;
  if ((received != Code::ok && !dropped) || text.size() == 0) return received;
  Code const said = Rule{}(text, limits, context);
  if constexpr (requires { Rule::tellsDropped; }) return dropped ? stronger(received, said) : said;
  return said;
}

/// What checking needs of a row, in the same type for all of them: one loop checks any form.
template <class Form, class Text>
struct Row {
  Text Form::*member;
  Limits limits;
  Kind kind;
  Code (*check)(Text&, Limits const&, Kind, Context const&);

  constexpr Code operator()(Form& form, Context const& context) const {
    return check(form.*member, limits, kind, context);
  }
};

template <class Form, class Owner, class Text, class Rule>
constexpr Row<Form, Text> rowOf(Entry<Owner, Text, Rule> const& entry) {
  static_assert(std::is_empty_v<Rule>, "a rule is its type alone: the rows keep none of its values");
  return {entry.member, entry.limits, entry.kind, &checkText<Rule, Text>};
}

template <class Form>
inline constexpr auto rows = std::apply([](auto const&... entry) { return std::array{rowOf<Form>(entry)...}; },
                                        Form::table());

/// What holds between the items of a form; forms with such rules have an overload of their own beside their table.
template <class Form>
constexpr void checkTogether(Form&, Findings<Form>&, Context const&) {}

/// One item alone, as when a person leaves a field.
template <class Form>
constexpr Code checkItem(Form& form, std::size_t item, Context const& context) {
  return rows<Form>[item](form, context);
}

/// The whole form. Of several faults of an item the strongest is told, else the first.
template <class Form>
constexpr Findings<Form> check(Form& form, Context const& context) {
  Findings<Form> codes{};
  for (std::size_t row = 0; row < codes.size(); ++row) codes[row] = rows<Form>[row](form, context);
  checkTogether(form, codes, context);
  return codes;
}

/// Notes and warnings do not refuse.
template <std::size_t N>
constexpr bool accepted(std::array<Code, N> const& codes) {
  for (Code const code : codes) {
    if (refuses(code)) return false;
  }
  return true;
}

/// Which items differ between two forms (M2.4: what is about to change).
template <class Form>
constexpr std::array<bool, itemCount<Form>> changes(Form const& before, Form const& after) {
  std::array<bool, itemCount<Form>> changed{};
  for (std::size_t row = 0; row < changed.size(); ++row) {
    auto const member = rows<Form>[row].member;
    changed[row] = !rules::same(before.*member, after.*member);
  }
  return changed;
}

}  // namespace senkoi::forms
