// Checks a form: each item by its row, then what holds between items. The one function that the page asks while one
// types and the server asks before it stores. Values are made canonical in place.
// Fails by answering codes; throws nothing of its own (std::string may, out of memory). Forms are not shared between
// threads.
//
// How an adapter uses a form (server/json, SQL binding, wasm):
//   forms::Registration<std::string> form;
//   forms::forEachItem<decltype(form)>([&](auto const& entry) { form.*entry.member = json.at(name(entry.item)); });
//   forms::Findings<decltype(form)> const codes = forms::check(form, context);   // codes[i] belongs to row i
//   if (!forms::accepted(codes)) …   // findings: forms::itemAt<decltype(form)>(i), key(codes[i]), limitsAt(…)
#pragma once

#include <array>
#include <tuple>
#include <utility>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/entry.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/shape.hpp"
#include "senkoi/rules/text/soundness.hpp"

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

/// One text against one row.
template <class Row, class Text>
constexpr Code checkText(Row const& entry, Text& text, Context const& context) {
  if (rules::longerThan(text.data(), text.size(), entry.limits.units())) return Code::tooLong;
  if (entry.kind != Kind::secret) rules::trim(text);
  if (text.size() == 0) {
    if (!entry.limits.required()) return Code::ok;
    return isChosen(entry.kind) ? Code::choiceRequired : Code::required;
  }
  auto const lines = entry.kind == Kind::textarea ? rules::Lines::many : rules::Lines::one;
  if (Code const fault = rules::soundness(text, lines); fault != Code::ok) return fault;
  return entry.rule(text, entry.limits, context);
}

/// What holds between the items of a form; forms with such rules have an overload of their own beside their table.
template <class Form>
constexpr void checkTogether(Form&, Findings<Form>&, Context const&) {}

/// One item alone, as when a person leaves a field.
template <class Form>
constexpr Code checkItem(Form& form, std::size_t item, Context const& context) {
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    Code found = Code::ok;
    constexpr auto table = Form::table();
    auto const ask = [&](auto const& entry, std::size_t row) {
      if (row == item) found = checkText(entry, form.*entry.member, context);
    };
    (ask(std::get<i>(table), i), ...);
    return found;
  }
  (std::make_index_sequence<itemCount<Form>>{});
}

/// The whole form. Of several faults of an item the strongest is told, else the first.
template <class Form>
constexpr Findings<Form> check(Form& form, Context const& context) {
  Findings<Form> codes{};
  std::size_t row = 0;
  forEachItem<Form>([&](auto const& entry) { codes[row++] = checkText(entry, form.*entry.member, context); });
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
  std::size_t row = 0;
  forEachItem<Form>(
      [&](auto const& entry) { changed[row++] = !rules::same(before.*entry.member, after.*entry.member); });
  return changed;
}

}  // namespace senkoi::forms
