// Bytes as a catalogue and what is looked for in it (reliability 29): names and needles as UTF-8 in the server and as
// the units that JavaScript hands over, which may be half a character. Beside memory errors it holds the answer
// against a plain search, word by word.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/rules/search.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using namespace senkoi;

struct Record {
  std::u16string_view facility, name;
};

std::u16string folded(std::u16string_view text) {
  std::u16string units(text.size(), u'\0');
  units.resize(rules::fold(text, units.data()));
  return units;
}

bool holds(std::u16string_view text, rules::Needle const& needle) {
  std::u16string const whole = folded(text);
  bool all = !needle.tooLong();
  needle.everyWord([&](std::u16string_view word) { all = all && whole.find(word) != whole.npos; });
  return all;
}

/// Up to the next U+FFFF, which no text holds.
std::u16string_view piece(std::u16string_view& rest) {
  std::size_t const end = std::min(rest.find(u'\uFFFF'), rest.size());
  std::u16string_view const taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::u16string units(size / 2, u'\0');
  std::memcpy(units.data(), data, units.size() * 2);
  std::u16string_view rest = units;
  rules::Query const query{{}, rules::Needle{piece(rest)}, rules::Needle{piece(rest)}};
  std::vector<Record> catalogue;
  rules::SearchIndex index;
  while (!rest.empty()) {
    std::u16string_view const facility = piece(rest);
    catalogue.push_back({facility, piece(rest)});
    index.add(Prefecture::tokyo, catalogue.back().facility, catalogue.back().name);
  }
  std::vector<std::uint32_t> found{99};
  index.find(query, found);
  std::vector<std::uint32_t> expected;
  for (std::uint32_t record = 0; record < catalogue.size(); ++record) {
    bool const both = holds(catalogue[record].facility, query.facility) && holds(catalogue[record].name, query.name);
    if (both) expected.push_back(record);
  }
  fuzz::require(found == expected);
  std::string_view const bytes{reinterpret_cast<char const*>(data), size};
  rules::SearchIndex narrow;
  narrow.add(Prefecture::tokyo, bytes, bytes);
  narrow.find({{}, rules::Needle{bytes}, {}}, found);
  return 0;
}
