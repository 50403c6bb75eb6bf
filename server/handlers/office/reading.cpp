#include "server/handlers/office/reading.hpp"

#include <charconv>

#include "senkoi/rules/user_id.hpp"
#include "senkoi/words/column.hpp"
#include "senkoi/words/label.hpp"
#include "server/http/target.hpp"
#include "server/live/seat_broadcaster.hpp"
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

store::Scope scopeOf(const RequestContext& context) {
  const store::Staff& staff = context.staffCaller->staff;
  if (staff.role == Role::board) return std::nullopt;
  if (!staff.field) throw json::ApiError{Code::notForYou};  // a society without a field has none, not all
  return staff.field;
}

store::Scope scopeAsked(const RequestContext& context) {
  const auto asked = http::queryValue(context.request.query, "field");
  if (!asked || asked->empty()) return scopeOf(context);
  const auto field = senkoi::fieldOf(*asked);
  if (!field) throw json::ApiError{Code::formRefused, {{"field", Code::unknownField}}};
  if (scopeOf(context) && scopeOf(context) != field) throw json::ApiError{Code::notFound};
  return field;
}

std::int64_t numberAsked(const RequestContext& context, std::string_view name) {
  const auto asked = http::queryValue(context.request.query, name);
  if (!asked || asked->empty()) return 0;
  std::int64_t number = 0;
  const char* const end = asked->data() + asked->size();
  const auto [stopped, error] = std::from_chars(asked->data(), end, number);
  if (error != std::errc{} || stopped != end || number < 0)
    throw json::ApiError{Code::formRefused, {{std::string(name), Code::numberUnreadable}}};
  return number;
}

Language languageAsked(const RequestContext& context) {
  return languageOf(http::queryValue(context.request.query, "lang").value_or("")).value_or(context.language);
}

int roundAsked(const RequestContext& context) {
  return static_cast<int>(std::min<std::int64_t>(numberAsked(context, "round"), 99));
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

Async<void> showAtOnce(Services& services) {
  const std::uint64_t reading = services.snapshot.beginReading();
  try {
    auto fresh = co_await services.readers.run(snapshot::Snapshot::read);
    services.snapshot.put(reading, std::move(fresh));
  } catch (const std::exception&) {
    services.snapshot.refresh();  // tells of the failure, and tries again
  }
  services.seats.changedAll();
}

std::string shownUserId(const std::string& userId) {
  if (userId.size() != rules::userIdLength) return userId;
  const auto shown = rules::displayUserId(userId.data());
  return {shown.begin(), shown.end()};
}

std::string_view decisionWord(workflow::State state, Language language) {
  return state == workflow::State::applied ? words::label(words::Column::notYet, language)
                                           : words::label(state, language);
}

http::Response csvFile(std::string text, const std::string& name) {
  return {200,
          "text/csv; charset=utf-8",
          std::make_shared<const std::string>(std::move(text)),
          {{"content-disposition", "attachment; filename=\"" + name + ".csv\""}, {"cache-control", "no-store"}}};
}

}  // namespace senkoi::server::handlers
