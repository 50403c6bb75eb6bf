// What programs offer of each kind (T2): reads, and a table of offers, wholly or not at all.
#include <map>

#include "senkoi/forms/office_forms.hpp"
#include "server/operations/import_store.hpp"
#include "server/operations/row_hash.hpp"
#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {

std::vector<ProgramOffer> SeatStore::offers() {
  std::vector<ProgramOffer> list;
  auto rows = database().query(
      "SELECT o.program, o.kind, o.seats FROM offer o JOIN program p ON p.id = o.program"
      " LEFT JOIN seat_kind k ON k.start_year = p.start_year AND k.code = o.kind"
      " WHERE p.start_year = (SELECT max(start_year) FROM season) ORDER BY o.program, k.position, o.kind");
  while (rows.next()) list.push_back({rows.integer(0), rows.string(1), static_cast<std::uint32_t>(rows.integer(2))});
  return list;
}

std::vector<ProgramOffer> SeatStore::offersOf(std::int64_t program, std::uint32_t capacity) {
  std::vector<ProgramOffer> list;
  auto rows = database().query(
      "SELECT o.kind, o.seats FROM offer o LEFT JOIN seat_kind k ON k.start_year = $2 AND k.code = o.kind"
      " WHERE o.program = $1 ORDER BY k.position, o.kind",
      program, year());
  while (rows.next()) list.push_back({program, rows.string(0), static_cast<std::uint32_t>(rows.integer(1))});
  if (list.empty()) list.push_back({program, std::string(rules::ordinaryKind), capacity});
  return list;
}

// The rows of one program: they are all that it offers.
std::vector<ProgramOffer> SeatStore::planOffersOf(std::int64_t id, std::span<const OfferRow> rows,
                                                  std::span<const std::size_t> places, OffersPlan& made) {
  const SeatsLeft now = left(id);
  std::vector<ProgramOffer> after;
  for (const std::size_t row : places) {
    const OfferRow& one = rows[row];
    const SeatKind* const kind = present().find(one.kind);
    if (kind == nullptr || kind->group) {
      made.faults.push_back({row, {Code::kindUnknown, one.kind, {}, 0, 0}});
    } else if (std::ranges::find(after, one.kind, &ProgramOffer::kind) != after.end()) {
      made.plan.faults.push_back({row, Code::csvRowTwice});
    } else if (!now.limits.empty() && now.limits.path(one.kind).empty()) {
      made.faults.push_back({row, {Code::kindWithoutLimit, one.kind, {}, 0, 0}});
    }
    const auto taken = std::ranges::find(now.offers, one.kind, &SeatsLeft::Offer::kind);
    const std::int64_t adopted = taken == now.offers.end() ? 0 : taken->adopted;
    if (one.seats < adopted) made.faults.push_back({row, {Code::limitBelowAdopted, one.kind, {}, one.seats, adopted}});
    after.push_back({id, one.kind, one.seats});
  }
  // Whoever applied to seats that are offered no more would have applied to nothing.
  for (const auto& [kind, count] : heldIn(id)) {
    if (std::ranges::find(after, kind, &ProgramOffer::kind) == after.end())
      made.faults.push_back({places.front(), {Code::kindInUse, kind, {}, 0, count}});
  }
  // Their sum is the program's capacity, which its own form must be able to say.
  std::int64_t sum = 0;
  for (const ProgramOffer& offer : after) sum += offer.seats;
  if (sum < 1 || sum > forms::largestCapacity)
    made.faults.push_back(
        {places.front(), {Code::numberOutOfRange, rows[places.front()].kind, {}, 1, forms::largestCapacity}});
  std::ranges::sort(after, {}, &ProgramOffer::kind);
  return after;
}

OffersPlan SeatStore::planOffers(Scope scope, std::span<const OfferRow> rows) {
  OffersPlan made;
  if (year() == 0) {
    made.plan = withoutSeason(!rows.empty());
    return made;
  }
  std::map<std::int64_t, std::vector<std::size_t>> byProgram;
  for (std::size_t row = 0; row < rows.size(); ++row) byProgram[rows[row].program].push_back(row);
  RowHash digest;
  for (const auto& [id, places] : byProgram) {
    const auto program = whole_.offices().program(scope, id);
    if (!program || program->closedAt) {
      for (const std::size_t row : places) made.plan.faults.push_back({row, Code::csvIdUnknown});
      continue;
    }
    std::vector<ProgramOffer> before = offersOf(id, program->program.capacity);
    std::ranges::sort(before, {}, &ProgramOffer::kind);
    const std::vector<ProgramOffer> after = planOffersOf(id, rows, places, made);
    for (const ProgramOffer& offer : before) digest.add(offer.program).add(offer.kind).add(offer.seats);
    for (const ProgramOffer& offer : after) digest.add(offer.program).add(offer.kind).add(offer.seats);
    ++(before == after ? made.plan.same : made.plan.changed);
    if (before != after) made.steps.insert(made.steps.end(), after.begin(), after.end());
  }
  made.plan.digest = digest.end();
  return made;
}

// Live applications by kind.
SeatStore::KindCounts SeatStore::heldIn(std::int64_t program) {
  static const std::string sql = "SELECT coalesce(kind, '" + std::string{rules::ordinaryKind} +
                                 "'), count(*) FROM application WHERE program = $1 AND state IN " + statesThat(isLive) +
                                 " GROUP BY 1";
  KindCounts counts;
  auto rows = database().query(sql, program);
  while (rows.next()) counts[rows.string(0)] = rows.integer(1);
  return counts;
}

Outcome<OffersPlan> SeatStore::importOffers(Scope scope, std::span<const OfferRow> rows, const Hash& digest,
                                            Instant now, const Actor& actor) {
  if (whole_.imports().isUnderway()) return Code::busy;
  OffersPlan plan = planOffers(scope, rows);
  if (!plan.plan.faults.empty() || !plan.faults.empty()) return Code::formRefused;
  if (plan.plan.digest != digest) return Code::changedMeanwhile;
  std::map<std::int64_t, std::string> told;
  std::map<std::int64_t, std::uint32_t> sums;
  for (const ProgramOffer& offer : plan.steps) {
    if (!sums.contains(offer.program)) database().run("DELETE FROM offer WHERE program = $1", offer.program);
    database().run("INSERT INTO offer (program, kind, seats) VALUES ($1, $2, $3)", offer.program, offer.kind,
                   offer.seats);
    sums[offer.program] += offer.seats;
    std::string& text = told[offer.program];
    text.append(text.empty() ? "" : " ").append(offer.kind).append("=").append(std::to_string(offer.seats));
  }
  for (const auto& [program, seats] : sums) {
    database().run("UPDATE program SET capacity = $2 WHERE id = $1", program, seats);
    whole_.appendAudit(now, actor, "offers_changed", std::to_string(program), told[program]);
  }
  return plan;
}

}  // namespace senkoi::server::store
