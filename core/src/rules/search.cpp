// Compiled for speed (-O2, SIMD where there is): the rest of core is compiled for size in the browser.
#include "senkoi/rules/search.hpp"

#include <cstring>

namespace senkoi::rules {
namespace {

using Lanes = std::uint16_t __attribute__((vector_size(16)));  // eight units; SSE2, NEON or wasm SIMD
constexpr std::size_t laneCount = 8;

Lanes load(char16_t const* units) {
  Lanes lanes;
  std::memcpy(&lanes, units, sizeof lanes);
  return lanes;
}

Lanes fill(char16_t unit) {
  Lanes lanes;
  for (std::size_t lane = 0; lane < laneCount; ++lane) lanes[lane] = unit;
  return lanes;
}

bool anySet(Lanes lanes) {
  std::uint64_t halves[2];
  std::memcpy(halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// The first place at or after `from` where the needle (not empty) stands, `size` if none. Eight places at once are
// compared by the needle's first and last unit, the rest only where both are there.
std::size_t findUnits(char16_t const* units, std::size_t size, std::size_t from, std::u16string_view needle) {
  std::size_t const last = needle.size() - 1;
  if (size < needle.size()) return size;
  std::size_t const places = size - last;
  auto const standsAt = [&](std::size_t at) {
    return std::memcmp(units + at, needle.data(), needle.size() * sizeof(char16_t)) == 0;
  };
  Lanes const first = fill(needle.front()), final = fill(needle.back());
  std::size_t at = from;
  for (; at + laneCount <= places; at += laneCount) {
    Lanes const both = Lanes(load(units + at) == first) & Lanes(load(units + at + last) == final);
    if (!anySet(both)) continue;
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
      if (both[lane] != 0 && standsAt(at + lane)) return at + lane;
    }
  }
  for (; at < places; ++at) {
    if (standsAt(at)) return at;
  }
  return size;
}

}  // namespace

void Column::end(std::size_t at) {
  units_.resize(at + 1);
  units_[at] = 0;
  ends_.push_back(static_cast<std::uint32_t>(at + 1));
}

template <class OnRecord>
void Column::scan(std::u16string_view needle, OnRecord onRecord) const {
  std::uint32_t record = 0;
  for (std::size_t at = 0;; at = ends_[record++]) {
    at = findUnits(units_.data(), units_.size(), at, needle);
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
