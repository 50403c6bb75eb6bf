// One field as the public and its applicants see it: catalogue, figures, program pages, search, with the answers made
// from them kept until something visible changes. A decision that isn't out yet changes nothing here: no count, order,
// tag or cached answer (28), because counts are read through core's visibility and nothing is made anew.
// Built on any thread, lives on the HTTP thread from then on; the season must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "senkoi/rules/search.hpp"
#include "senkoi/workflow/visibility.hpp"
#include "server/operations/records.hpp"
#include "server/operations/seat_records.hpp"
#include "server/snapshot/cached_answer.hpp"

namespace senkoi::server::snapshot {

struct ProgramQuery {
  Field field{};
  std::optional<Prefecture> prefecture;
  std::string facility, name;
};

// Applications of one program or cell by round; apart, those to seats of another kind than the ordinary one and those
// of people who do not count everywhere (T2, T4).
class Tallies {
 public:
  using Where = bool rules::Counting::*;  // null: everybody, whether they count or not
  using Rounds = std::vector<workflow::Tally>;

  void apply(const store::CountChange& change);
  void add(const Tallies& other);
  bool empty() const { return rounds_.empty(); }
  // In all rounds, those that are not out yet included.
  std::int64_t adopted(Where where) const;
  std::int64_t adopted(std::string_view kind, Where where) const;
  workflow::Figures figures(const workflow::Season& season, Instant now, Where where = nullptr) const;
  Rounds ofKind(std::string_view kind, Where where = nullptr) const;
  std::vector<std::string> kinds() const;  // that anybody applied to

 private:
  struct Apart {
    std::string kind;  // empty: ordinary
    rules::Counting counting;
    Rounds rounds;
  };
  Rounds counted(Where where) const;
  Rounds& apart(const std::string& kind, rules::Counting counting);

  Rounds rounds_;  // of all
  std::vector<Apart> apart_;
};

class FieldView {
 public:
  FieldView(Field field, const workflow::Season& season);
  FieldView(const FieldView&) = delete;
  FieldView& operator=(const FieldView&) = delete;

  // While the view is being built; add() returns the program's place.
  std::size_t add(store::Program program) { return add(std::move(program), {}); }
  // With its offers, in a season with kinds (T2).
  std::size_t add(store::Program program, std::vector<store::ProgramOffer> offers);
  void setCeiling(Prefecture prefecture, std::uint32_t published) { ceilings_[number(prefecture)] = published; }
  // In a season with kinds; of one node where the cell has one number (T3).
  void setLimits(Prefecture prefecture, rules::LimitTree limits) { limits_[number(prefecture)] = std::move(limits); }

  void apply(std::size_t place, const store::CountChange& change, Instant now);

  const store::Program& program(std::size_t place) const { return programs_[place].program; }
  const Tallies& tallies(std::size_t place) const { return programs_[place].tallies; }
  void setTallies(std::size_t place, Tallies tallies) { programs_[place].tallies = std::move(tallies); }
  // visit(program, tallies) for each that has any.
  template <class Visit>
  void forEachTallied(Visit visit) const {
    for (const Entry& entry : programs_) {
      if (!entry.tallies.empty()) visit(entry.program.id, entry.tallies);
    }
  }
  workflow::Figures figuresOf(std::size_t place, Instant now) const;
  // With decisions that are not out yet: for directors and offices alone (S1, S2).
  store::SeatsLeft seatsOf(std::size_t place) const;

  const std::shared_ptr<CachedAnswer>& catalogue();
  // Where the view before said the same, its answer stays, with the copies that were packed of it.
  void keepCatalogueOf(FieldView& before);
  void forgetCatalogue() { catalogue_.reset(); }
  const std::shared_ptr<CachedAnswer>& figures(Instant now);
  std::shared_ptr<CachedAnswer> search(const ProgramQuery& query, Instant now);
  const std::shared_ptr<CachedAnswer>& page(std::size_t place, Instant now);

 private:
  // What an answer depends on beside the programs: made anew when either differs.
  struct Version {
    std::uint64_t generation = 0;
    int notifiedRound = 0;
    bool operator==(const Version&) const = default;
  };
  struct Kept {
    std::shared_ptr<CachedAnswer> answer;
    Version version;
  };
  struct Search {
    Kept kept;
    std::size_t bytes;  // as they were counted
  };
  struct Entry {
    store::Program program;
    std::vector<store::ProgramOffer> offers;  // none in a season of one kind
    Tallies tallies;
    std::string catalogueRow;  // JSON without its closing brace
    std::string pageRow;       // what of the page never changes, likewise
    Kept page;
  };

  Version version(Instant now) const;
  std::string catalogueJson() const;
  std::string figuresJson(Instant now) const;
  std::string searchJson(const ProgramQuery& query, Instant now);
  std::string pageJson(const Entry& entry, Instant now) const;
  void appendPrefectures(std::string& json, Instant now) const;
  void appendLimits(std::string& json, Prefecture prefecture, const Tallies& cell, Instant now) const;
  void appendOffers(std::string& json, const Entry& entry, Instant now) const;
  void appendOfferFigures(std::string& json, Instant now) const;
  Tallies cellTallies(Prefecture prefecture) const;

  Field field_;
  const workflow::Season& season_;
  std::vector<Entry> programs_;
  std::array<std::optional<std::uint32_t>, prefectureCount + 1> ceilings_{};
  std::array<rules::LimitTree, prefectureCount + 1> limits_{};
  rules::SearchIndex index_;
  std::uint64_t generation_ = 0;

  std::shared_ptr<CachedAnswer> catalogue_;
  Kept figures_;
  std::unordered_map<std::string, Search> searches_;
  std::size_t searchBytes_ = 0;
  std::vector<std::uint32_t> found_;  // of the last search; kept for its memory
};

}  // namespace senkoi::server::snapshot
