#include "server/handlers/office/reading.hpp"

#include <charconv>

#include "server/http/target.hpp"
#include "server/live/seats.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

// The canonical text of an accepted entry; 0 for an empty one.
unsigned capacityOf(const std::string& text) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string roundsText(std::uint8_t rounds) {
  std::string text;
  for (char round = '1'; round <= '8'; ++round) {
    if (rounds >> (round - '1') & 1) text += round;
  }
  return text;
}

}  // namespace

store::Scope scopeOf(const Call& call) {
  const store::Staff& staff = call.staffCaller->staff;
  if (staff.role == Role::board) return std::nullopt;
  if (!staff.field) throw json::Refusal{Code::notForYou};  // a society without a field has none, not all
  return staff.field;
}

store::Scope scopeAsked(const Call& call) {
  const auto asked = http::queryValue(call.request.query, "field");
  if (!asked || asked->empty()) return scopeOf(call);
  const auto field = senkoi::fieldOf(*asked);
  if (!field) throw json::Refusal{Code::formRefused, {{"field", Code::unknownField}}};
  if (scopeOf(call) && scopeOf(call) != field) throw json::Refusal{Code::notFound};
  return field;
}

std::int64_t numberAsked(const Call& call, std::string_view name) {
  const auto asked = http::queryValue(call.request.query, name);
  if (!asked || asked->empty()) return 0;
  std::int64_t number = 0;
  const char* const end = asked->data() + asked->size();
  const auto [stopped, error] = std::from_chars(asked->data(), end, number);
  if (error != std::errc{} || stopped != end || number < 0)
    throw json::Refusal{Code::formRefused, {{std::string(name), Code::numberUnreadable}}};
  return number;
}

Language languageAsked(const Call& call) {
  return languageOf(http::queryValue(call.request.query, "lang").value_or("")).value_or(call.language);
}

int roundAsked(const Call& call) {
  return static_cast<int>(std::min<std::int64_t>(numberAsked(call, "round"), 99));
}

store::Program programOf(const ProgramEntry& entry, std::int64_t id) {
  return {id,
          *senkoi::fieldOf(entry.field),
          *senkoi::prefectureOf(entry.prefecture),
          entry.facility,
          entry.programName,
          capacityOf(entry.capacity),
          entry.director,
          entry.department,
          entry.phone,
          entry.mail,
          entry.address,
          entry.url,
          static_cast<std::uint8_t>(rules::RecruitingRounds::bits(entry.rounds))};
}

ProgramEntry entryOf(const store::Program& program) {
  ProgramEntry entry;
  entry.field = digits(program.field).view();
  entry.prefecture = digits(program.prefecture).view();
  entry.facility = program.facility;
  entry.programName = program.name;
  entry.capacity = std::to_string(program.capacity);
  entry.rounds = roundsText(program.rounds);
  entry.director = program.director;
  entry.department = program.department;
  entry.phone = program.phone;
  entry.mail = program.mail;
  entry.address = program.address;
  entry.url = program.url;
  return entry;
}

Async<void> showAtOnce(App& app) {
  const std::uint64_t reading = app.snapshot.beginReading();
  try {
    auto fresh = co_await app.readers.run(snapshot::Snapshot::read);
    app.snapshot.put(reading, std::move(fresh));
  } catch (const std::exception&) {
    app.snapshot.refresh();  // tells of the failure, and tries again
  }
  app.seats.changedAll();
}

http::Response csvFile(std::string text, const std::string& name) {
  return {200,
          "text/csv; charset=utf-8",
          std::make_shared<const std::string>(std::move(text)),
          {{"content-disposition", "attachment; filename=\"" + name + ".csv\""}, {"cache-control", "no-store"}}};
}

}  // namespace senkoi::server::handlers
