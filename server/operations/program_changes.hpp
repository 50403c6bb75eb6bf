// What may change in a program, and what changed, in the words of the audit log: numbers with their values, texts by
// name alone (a person's name or number stays out of the log, which outlives it). Pure.
#pragma once

#include <string>

#include "server/operations/office_records.hpp"

namespace senkoi::server::store {

inline void appendNumber(std::string& text, std::string_view name, unsigned before, unsigned after) {
  if (before == after) return;
  if (!text.empty()) text += ", ";
  text.append(name).append(" ").append(std::to_string(before)).append(" to ").append(std::to_string(after));
}

inline void appendText(std::string& text, std::string_view name, const std::string& before, const std::string& after) {
  if (before == after) return;
  if (!text.empty()) text += ", ";
  text.append(name);
}

// What forbids a change; ok where nothing does. Who applied chose the field and the prefecture, and nobody adopted
// loses their seat.
struct ChangeFault {
  Code code = Code::ok;
  Item item{};
};

// A program recruits in rounds of its season alone. What it had before it may keep: a round may have been taken out.
inline Code roundsFault(unsigned before, unsigned after, const workflow::Season& season) {
  const unsigned known = (1U << season.rounds.size()) - 1;
  return (after & ~before & ~known) == 0 ? Code::ok : Code::roundNotInSeason;
}

inline ChangeFault faultOf(const OfficeProgram& before, const Program& after, const workflow::Season& season) {
  if (const Code code = roundsFault(before.program.rounds, after.rounds, season); code != Code::ok)
    return {code, Item::recruitingRounds};
  if (before.applicants > 0 && before.program.field != after.field) return {Code::programInUse, Item::programField};
  if (before.applicants > 0 && before.program.prefecture != after.prefecture)
    return {Code::programInUse, Item::prefecture};
  if (before.offered != 0 && after.capacity != before.offered) return {Code::capacityByOffers, Item::capacity};
  if (after.capacity < before.adopted) return {Code::numberOutOfRange, Item::capacity};
  return {};
}

inline std::string differenceOf(const Program& before, const Program& after) {
  std::string text;
  appendNumber(text, "field", number(before.field), number(after.field));
  appendNumber(text, "prefecture", number(before.prefecture), number(after.prefecture));
  appendNumber(text, "capacity", before.capacity, after.capacity);
  appendNumber(text, "rounds", before.rounds, after.rounds);
  appendText(text, "facility", before.facility, after.facility);
  appendText(text, "name", before.name, after.name);
  appendText(text, "director", before.director, after.director);
  appendText(text, "department", before.department, after.department);
  appendText(text, "phone", before.phone, after.phone);
  appendText(text, "mail", before.mail, after.mail);
  appendText(text, "address", before.address, after.address);
  appendText(text, "url", before.url, after.url);
  return text;
}

inline std::string summaryOf(const Program& program) {
  return "field " + std::to_string(number(program.field)) + ", prefecture " +
         std::to_string(number(program.prefecture)) + ", capacity " + std::to_string(program.capacity);
}

}  // namespace senkoi::server::store
