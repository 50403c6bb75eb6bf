// Compiled for speed (-O2, SIMD where there is): the rest of core is compiled for size in the browser.
#include "senkoi/rules/search.hpp"

#include <bit>
#include <cstring>

#include "senkoi/rules/text/simd.hpp"

namespace senkoi::rules {
namespace {

using Bytes = std::uint8_t __attribute__((vector_size(8)));

// A byte of ones for each lane that is set, the first lane lowest.
std::uint64_t setLanes(Lanes lanes) {
  Bytes const bytes = __builtin_convertvector(lanes, Bytes);
  std::uint64_t set;
  std::memcpy(&set, &bytes, sizeof set);
  return set;
}

// What is looked for, not empty, made ready once: eight places at once are compared by its first and last unit, the
// whole only where both are there.
class Word {
 public:
  explicit Word(std::u16string_view needle)
      : needle_(needle), last_(needle.size() - 1), first_(fill(needle.front())), final_(fill(needle.back())) {}

  // The first place at or after `from` where the word stands, `size` if none.
  std::size_t findIn(char16_t const* units, std::size_t size, std::size_t from) const {
    if (size <= last_) return size;
    std::size_t const places = size - last_;
    std::size_t at = from;
    for (; at + laneCount <= places; at += laneCount) {
      Lanes const both = Lanes(load(units + at) == first_) & Lanes(load(units + at + last_) == final_);
      if (!anySet(both)) continue;  // nearly always, and far cheaper to ask than which
      for (std::uint64_t set = setLanes(both); set != 0;) {
        auto const lane = static_cast<unsigned>(std::countr_zero(set)) / 8;
        if (standsAt(units + at + lane)) return at + lane;
        set &= ~(std::uint64_t{0xFF} << (8 * lane));
      }
    }
    for (; at < places; ++at) {
      if (standsAt(units + at)) return at;
    }
    return size;
  }

 private:
  bool standsAt(char16_t const* units) const {
    for (std::size_t unit = 0; unit <= last_; ++unit) {
      if (units[unit] != needle_[unit]) return false;
    }
    return true;
  }

  std::u16string_view needle_;
  std::size_t last_;
  Lanes first_, final_;
};

}  // namespace

void Column::end(std::size_t at) {
  units_.resize(at + 1);
  units_[at] = 0;
  ends_.push_back(static_cast<std::uint32_t>(at + 1));
}

template <class OnRecord>
void Column::scan(std::u16string_view needle, OnRecord onRecord) const {
  Word const word{needle};
  std::uint32_t record = 0;
  for (std::size_t at = 0;; at = ends_[record++]) {
    at = word.findIn(units_.data(), units_.size(), at);
    if (at == units_.size()) return;
    while (ends_[record] <= at) ++record;
    onRecord(record);
  }
}

void Column::find(std::u16string_view needle, std::vector<std::uint32_t>& records) const {
  records.clear();
  scan(needle, [&](std::uint32_t record) { records.push_back(record); });
}

void Column::keep(std::u16string_view needle, std::vector<std::uint32_t>& records) const {
  std::size_t kept = 0, candidate = 0;
  scan(needle, [&](std::uint32_t record) {
    while (candidate < records.size() && records[candidate] < record) ++candidate;
    if (candidate < records.size() && records[candidate] == record) records[kept++] = record;
  });
  records.resize(kept);
}

void SearchIndex::find(Query const& query, std::vector<std::uint32_t>& records) const {
  records.clear();
  if (query.facility.tooLong() || query.name.tooLong()) return;
  bool first = true;
  auto const narrowTo = [&](Column const& column, Needle const& needle) {
    needle.everyWord([&](std::u16string_view word) {
      first ? column.find(word, records) : column.keep(word, records);
      first = false;
    });
  };
  narrowTo(facilities_, query.facility);
  narrowTo(names_, query.name);
  if (first) {
    for (std::uint32_t record = 0; record < size(); ++record) records.push_back(record);
  }
  if (query.prefecture) {
    std::erase_if(records, [&](std::uint32_t record) { return prefectures_[record] != *query.prefecture; });
  }
}

}  // namespace senkoi::rules
