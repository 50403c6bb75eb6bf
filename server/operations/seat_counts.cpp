// Who holds which seats, counted from the rows (T2–T5): for one program at an adoption, for all cells before limits are
// published.
#include <array>

#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {
namespace {

const std::string ofKind = "coalesce(a.kind, '" + std::string{rules::ordinaryKind} + "')";

std::int64_t sumOf(const std::map<std::string, std::int64_t, std::less<>>& counts) {
  std::int64_t sum = 0;
  for (const auto& [kind, adopted] : counts) sum += adopted;
  return sum;
}

// A season of one kind in which everybody counts.
SeatsLeft plainSeats(Connection& database, std::int64_t program) {
  SeatsLeft seats;
  seats.capacity = database.number("SELECT capacity FROM present_program WHERE id = $1", program).value_or(0);
  static const std::string inProgram =
      "SELECT count(*) FROM application WHERE program = $1 AND state IN " + statesThat(takesSeat);
  seats.adoptedInProgram = database.number(inProgram, program).value_or(0);
  static const std::string inCell =
      "SELECT count(*) FROM program mine JOIN program p USING (start_year, field, prefecture)"
      " JOIN application a ON a.program = p.id AND a.state IN " +
      statesThat(takesSeat) + " WHERE mine.id = $1";
  seats.adoptedInCell = database.number(inCell, program).value_or(0);
  seats.ceiling = database.number(
      "SELECT published FROM program JOIN ceiling USING (start_year, field, prefecture) WHERE id = $1", program);
  return seats;
}

}  // namespace

std::vector<rules::KindCount> SeatStore::viewsOf(const KindCounts& counts) {
  std::vector<rules::KindCount> views;
  for (const auto& [kind, adopted] : counts) views.push_back({kind, adopted});
  return views;
}

std::string countsAt(std::string_view column) {
  return " AND NOT EXISTS (SELECT 1 FROM classed_applicant c JOIN counting_class k ON k.start_year = c.start_year AND"
         " k.code = c.class WHERE c.start_year = a.start_year AND c.user_id = a.user_id AND k." +
         std::string{column} + " = 0)";
}

SeatsLeft SeatStore::left(std::int64_t program) {
  if (present().plain()) return plainSeats(database(), program);
  SeatsLeft seats;
  seats.capacity = database().number("SELECT capacity FROM present_program WHERE id = $1", program).value_or(0);
  const auto count = [&](const std::string& sql) {
    KindCounts counts;
    auto rows = database().query(sql, program);
    while (rows.next()) counts[rows.string(0)] = rows.integer(1);
    return counts;
  };
  static const std::string inProgram = "SELECT " + ofKind +
                                       ", count(*) FROM application a WHERE a.program = $1"
                                       " AND a.state IN " +
                                       statesThat(takesSeat) + countsAt("at_capacity") + " GROUP BY 1";
  static const std::string inCell = "SELECT " + ofKind +
                                    ", count(*) FROM program mine JOIN program p USING (start_year, field, prefecture)"
                                    " JOIN application a ON a.program = p.id AND a.state IN " +
                                    statesThat(takesSeat) + " WHERE mine.id = $1" + countsAt("at_ceiling") +
                                    " GROUP BY 1";
  const KindCounts here = count(inProgram), cell = count(inCell);
  seats.adoptedInProgram = sumOf(here);
  seats.adoptedInCell = sumOf(cell);
  rules::LimitTree tree = treeOf(program);
  seats.ceiling = tree.limitOfAll();
  if (present().kinds.empty()) return seats;
  seats.adoptedByNode = tree.adopted(viewsOf(cell));
  seats.limits = std::move(tree);
  for (ProgramOffer& offer : offersOf(program, static_cast<std::uint32_t>(seats.capacity))) {
    const auto adopted = here.find(offer.kind);
    seats.offers.push_back({std::move(offer.kind), adopted == here.end() ? 0 : adopted->second, offer.seats});
  }
  return seats;
}

rules::LimitTree SeatStore::treeOf(std::int64_t program) {
  std::vector<rules::LimitNode> nodes;
  {
    auto rows = database().query(
        "SELECT n.node, n.parent, n.seats FROM program p JOIN limit_node n USING (start_year, field, prefecture)"
        " WHERE p.id = $1 ORDER BY n.position",
        program);
    while (rows.next()) {
      nodes.push_back({rows.string(0), rows.string(1), {}});
      rows.read(2, nodes.back().limit);
    }
  }
  if (!nodes.empty()) return rules::LimitTree(std::move(nodes));
  return rules::LimitTree::ofOne(database().number(
      "SELECT published FROM program JOIN ceiling USING (start_year, field, prefecture) WHERE id = $1", program));
}

rules::Counting SeatStore::countingOf(std::string_view userId) {
  if (present().classes.empty()) return {};
  auto rows = database().query(
      "SELECT k.at_ceiling, k.at_capacity FROM classed_applicant c JOIN counting_class k ON k.start_year = c.start_year"
      " AND k.code = c.class WHERE c.start_year = $1 AND c.user_id = $2",
      year(), userId);
  if (!rows.next()) return {};
  return {rows.integer(0) != 0, rows.integer(1) != 0};
}

SeatStore::Answer SeatStore::mayAdopt(const Application& application) {
  return ask(application, left(application.program), countingOf(application.userId));
}

// The applicant at hand is not among those counted.
SeatStore::Answer SeatStore::ask(const Application& application, const SeatsLeft& now, rules::Counting counting) {
  const std::string_view kind = kindOf(application);
  rules::OfferSeats offer{now.adoptedInProgram, now.capacity};
  if (!now.offers.empty()) {
    const auto found = std::ranges::find(now.offers, kind, &SeatsLeft::Offer::kind);
    offer = {0, 0, now.offers.size() == 1};  // what is offered no more has no seats
    if (found != now.offers.end()) offer = {found->adopted, found->seats, now.offers.size() == 1};
  }
  const bool plain = now.offers.empty();
  const rules::LimitTree tree = plain ? rules::LimitTree::ofOne(now.ceiling) : now.limits;
  const std::array inCell{now.adoptedInCell};
  const auto adopted = plain ? std::span<const std::int64_t>(inCell) : std::span<const std::int64_t>(now.adoptedByNode);
  const rules::AdoptionAnswer answer = rules::mayAdopt(offer, tree, adopted, kind, counting);
  switch (answer.code) {
    case Code::capacityReached:
      return {answer.code, offer.seats};
    case Code::offerReached:
      return {answer.code, offer.seats, std::string(kind)};
    case Code::ceilingReached:
      return {answer.code, now.ceiling.value_or(0)};
    case Code::limitReached:
      return {answer.code, tree.nodes()[answer.node].limit.value_or(0), tree.nodes()[answer.node].key};
    case Code::kindWithoutLimit:
      return {answer.code, 0, std::string(kind)};
    default:
      return {answer.code};
  }
}

SeatStore::CellKinds SeatStore::countByCell(const std::string& sql) {
  CellKinds counts;
  auto rows = database().query(sql, year());
  while (rows.next()) counts[{rows.as<Field>(0), rows.as<Prefecture>(1)}][rows.string(2)] = rows.integer(3);
  return counts;
}

SeatStore::CellKinds SeatStore::adoptedByCell() {
  static const std::string sql = "SELECT p.field, p.prefecture, " + ofKind +
                                 ", count(*) FROM application a JOIN program p ON p.id = a.program WHERE a.start_year ="
                                 " $1 AND a.state IN " +
                                 statesThat(takesSeat) + countsAt("at_ceiling") + " GROUP BY 1, 2, 3";
  return countByCell(sql);
}

// Whoever waits for a decision and would count.
SeatStore::CellKinds SeatStore::seekingByCell() {
  static const std::string sql = "SELECT p.field, p.prefecture, " + ofKind +
                                 ", count(*) FROM application a JOIN program p ON p.id = a.program WHERE a.start_year ="
                                 " $1 AND a.state IN " +
                                 statesThat([](workflow::State state) { return isLive(state) && !takesSeat(state); }) +
                                 countsAt("at_ceiling") + " GROUP BY 1, 2, 3";
  return countByCell(sql);
}

// What programs offer, and what people applied to while it was offered.
SeatStore::CellKinds SeatStore::usedByCell() {
  static const std::string sql =
      "SELECT p.field, p.prefecture, coalesce(o.kind, '" + std::string{rules::ordinaryKind} +
      "'), count(*) FROM present_program p LEFT JOIN offer o ON o.program = p.id WHERE p.start_year = $1"
      " AND p.closed_at IS NULL GROUP BY 1, 2, 3";
  CellKinds used = countByCell(sql);
  for (const auto& more : {adoptedByCell(), seekingByCell()}) {
    for (const auto& [cell, kinds] : more) used[cell].insert(kinds.begin(), kinds.end());
  }
  return used;
}

}  // namespace senkoi::server::store
