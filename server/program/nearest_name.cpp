#include "server/program/nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "server/base/ascii.hpp"

namespace senkoi::server {
namespace {

std::string plain(std::string_view name) {
  std::string text(name.substr(0, 100));  // longer than any that exists
  for (char& c : text) c = c == '_' ? '-' : http::lowerCase(c);
  return text;
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(const std::string& from, const std::string& to) {
  std::vector<std::size_t> before(to.size() + 1), above(to.size() + 1), row(to.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[to.size()];
}

}  // namespace

std::optional<std::string> nearestName(std::string_view name, std::span<const std::string> names) {
  const std::string meant = plain(name);
  std::size_t least = std::max<std::size_t>(2, meant.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& one : names) {
    const std::size_t changes = distance(meant, plain(one));
    if (changes >= least) continue;
    least = changes;
    nearest = one;
  }
  return nearest;
}

}  // namespace senkoi::server
