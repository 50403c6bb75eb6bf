#include "server/handlers/staff/staff_json.hpp"

#include "server/handlers/reading.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr std::size_t mostPrograms = 200;

}  // namespace

json::Json staffOf(const store::Staff& staff) {
  return {{"id", staff.id},
          {"mail", staff.mail},
          {"name", staff.name},
          {"role", name(staff.role)},
          {"field", staff.field ? json::Json(digits(*staff.field).view()) : json::Json()},
          {"language", tag(staff.language)}};
}

json::Json programsOf(std::int64_t staff, store::Store& reader) {
  json::Json list = json::Json::array();
  for (const store::Program& program : reader.programsOf(staff)) {
    list.push_back({{"id", program.id},
                    {"name", program.name},
                    {"facility", program.facility},
                    {"prefecture", digits(program.prefecture).view()}});
  }
  return list;
}

json::Json personOf(const store::Staff& staff, store::Store& reader) {
  json::Json person = staffOf(staff);
  person["invited_at"] = staff.invitedAt;
  person["joined_at"] = json::orNull(staff.joinedAt);
  person["programs"] = programsOf(staff.id, reader);
  return person;
}

store::Staff personOf(const RequestContext& context, Services& services) {
  auto person = services.reader.staff().staff(idOf(context));
  const bool there = person && !person->closedAt;
  if (!there || !workflow::answersFor(postOf(context.staffCaller->staff), postOf(*person)))
    throw json::ApiError{Code::notFound};
  return std::move(*person);
}

std::vector<std::int64_t> takePrograms(json::JsonObject& body) {
  std::vector<std::int64_t> ids;
  const auto found = body.find("programs");
  if (found == body.end()) return ids;
  const bool list = found->is_array() && found->size() <= mostPrograms;
  if (!list) throw json::ApiError{Code::formRefused, {{"programs", Code::choiceUnknown}}};
  for (const auto& each : *found) {
    if (!each.is_number_integer()) throw json::ApiError{Code::formRefused, {{"programs", Code::choiceUnknown}}};
    ids.push_back(each.get<std::int64_t>());
  }
  body.erase(found);
  return ids;
}

}  // namespace senkoi::server::handlers
