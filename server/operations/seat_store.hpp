// The part of the store that knows kinds of seats, offers, limits and who counts where (T1–T6, T8, T10). Threads,
// errors and time as store.hpp says. A season without kinds and classes is counted as it was before there were any.
//
// Counted from the rows at that moment: no counter is kept that could differ from them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/operations/office_store.hpp"
#include "server/operations/seat_records.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

class SeatStore {
 public:
  // A cell as a table gives it, with the row of each node.
  struct CellEntries {
    CellLimits limits;
    std::vector<std::size_t> rows;
    std::size_t firstRow = 0;
    bool none = false;  // to have no ceiling

    std::size_t rowOf(std::string_view node) const {
      for (std::size_t i = 0; i < limits.nodes.size(); ++i) {
        if (limits.nodes[i].key == node) return rows[i];
      }
      return firstRow;
    }
  };

  explicit SeatStore(Store& whole) : whole_(whole) {}

  // --- reads
  const SeasonSeats& present();  // of the present season, read once a batch
  SeasonSeats read();            // the same, anew
  std::vector<ProgramOffer> offers();
  std::vector<CellLimits> limits();  // cells with a tree
  // How the program offers its seats; one ordinary offer where it says nothing.
  std::vector<ProgramOffer> offersOf(std::int64_t program, std::uint32_t capacity);
  rules::Counting countingOf(std::string_view userId);
  SeatsLeft left(std::int64_t program);  // zeros where there is no such program
  std::vector<ClassedApplicant> classed();

  // --- adoption (S2, T5): is one more allowed? With the limit that refuses and, where there are kinds, whose it is.
  struct Answer {
    Code code = Code::ok;
    std::int64_t limit = 0;
    std::string refusedBy{};
  };
  Answer mayAdopt(const Application& application);

  // --- writes
  // kindInUse: a kind or group that offers, applications or limits name would be gone, or a class with people in it; or
  // a class would count where it did not, and somebody in it was adopted.
  Code change(const SeasonSeats& seats, Instant now, const Actor& actor);

  LimitsPlan planLimits(std::span<const LimitEntry> entries);
  Outcome<LimitsPlan> publishLimits(std::span<const LimitEntry> entries, const Hash& digest, Instant now,
                                    const Actor& actor);
  OffersPlan planOffers(Scope scope, std::span<const OfferRow> rows);
  Outcome<OffersPlan> importOffers(Scope scope, std::span<const OfferRow> rows, const Hash& digest, Instant now,
                                   const Actor& actor);

  // An empty class: none. Whoever was adopted is checked anew in their new class: the answer of mayAdopt. Told by
  // letter.
  Answer classify(std::string_view userId, std::string_view code, std::string_view reason, Instant now,
                  const Actor& actor);
  // Those whom the regional-quota list names go into the class that it fills, unless they are in another. How many.
  std::size_t classifyQuota(Instant now, const Actor& actor);

 private:
  using KindCounts = std::map<std::string, std::int64_t, std::less<>>;
  using CellKinds = std::map<std::pair<Field, Prefecture>, KindCounts>;

  struct CellCounts {
    const KindCounts& adopted;
    const KindCounts& seeking;
    const KindCounts& used;
  };

  static std::vector<rules::KindCount> viewsOf(const KindCounts& counts);  // as core takes them; refers to `counts`
  Connection& database() { return whole_.database(); }
  void planCell(const CellEntries& cell, const CellLimits& before, const CellCounts& counts, LimitsPlan& made);
  int year() { return whole_.presentSeason().startYear; }
  Answer ask(const Application& application, const SeatsLeft& now, rules::Counting counting);
  rules::LimitTree treeOf(std::int64_t program);
  CellKinds countByCell(const std::string& sql);
  CellKinds adoptedByCell();
  CellKinds seekingByCell();
  CellKinds usedByCell();
  bool inUse(const SeasonSeats& seats);
  void writeLimits(const CellLimits& cell);
  KindCounts heldIn(std::int64_t program);
  std::vector<ProgramOffer> planOffersOf(std::int64_t id, std::span<const OfferRow> rows,
                                         std::span<const std::size_t> places, OffersPlan& made);
  void writeClass(std::string_view userId, std::string_view code, std::string_view reason, Instant now);
  void recount(const Store::Applicant& who, rules::Counting before, rules::Counting after);
  bool hasAdopted(std::string_view code);
  std::pair<std::string, std::string> classOf(std::string_view userId);  // with its reason; both empty: none
  static void takeOut(const Application& application, rules::Counting counting, SeatsLeft& seats);

  Store& whole_;
};

// A condition on the applications `a`: those whose class, if any, counts at the ceiling (`at_ceiling`) or at the
// capacity (`at_capacity`).
std::string countsAt(std::string_view column);

// As a kind's code stands in a row: NULL for ordinary.
inline std::optional<std::string_view> storedKind(std::string_view kind) {
  return kind.empty() || kind == rules::ordinaryKind ? std::nullopt : std::optional(kind);
}

}  // namespace senkoi::server::store
