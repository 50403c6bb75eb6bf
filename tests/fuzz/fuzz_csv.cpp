// Bytes as a CSV file (reliability 29). Beside memory errors it looks for what must never be: a cell that is no UTF-8,
// or begins a formula, in a table without problems.
#include <array>
#include <cstdint>
#include <string_view>

#include "senkoi/rules/text/units.hpp"
#include "server/csv/read.hpp"
#include "tests/fuzz/require.hpp"

using namespace senkoi;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array columns{server::csv::Column{"a", "あ", "A"}, server::csv::Column{"b", "い", "B", false}};
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto table = server::csv::read(bytes, columns, 100);
  require(table.rows() <= 100);
  require(table.problems.sorted().size() <= server::csv::Problems::mostKept);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const auto cell = table.cell(row, column);
      require(table.line(row) >= 2);
      if (!table.has(column)) require(cell.empty());
      rules::everyPoint(cell, [](char32_t point) { return require(point <= 0x10FFFF), true; });
    }
  }
  return 0;
}
