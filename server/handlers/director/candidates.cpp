// GET /staff/candidates: the caller’s programs with the seats left, and everybody who applied to them (S1).
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/records.hpp"
#include "server/live/seats_json.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json programOf(const store::Program& program, const store::SeatsLeft& seats) {
  return {{"id", program.id},
          {"name", program.name},
          {"facility", program.facility},
          {"prefecture", digits(program.prefecture).view()},
          {"field", digits(program.field).view()},
          {"capacity", program.capacity},
          {"seats", live::seatsOf(seats)}};
}

}  // namespace

Async<http::Response> candidates(RequestContext& context, Services& services) {
  const workflow::Season season = services.snapshot.season();
  const bool kinds = !services.snapshot.seats().kinds.empty();
  const auto asked = programsAsked(context, services.reader);
  std::vector<store::SeatsLeft> seats;
  for (const store::Program& program : asked) seats.push_back(services.snapshot.seatsOf(program.id));
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json programs = json::Json::array(), list = json::Json::array();
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const store::Program& program = asked[i];
      programs.push_back(programOf(program, seats[i]));
      for (const store::Candidate& candidate : reader.directors().candidates(program.id))
        list.push_back(candidateOf(candidate, season, kinds, reader, context.now()));
    }
    return json::answer(200, {{"server_now", context.now()},
                              {"present", presentOf(season, context.now())},
                              {"season_start_year", season.startYear},
                              {"programs", std::move(programs)},
                              {"candidates", std::move(list)}});
  });
}

}  // namespace senkoi::server::handlers
