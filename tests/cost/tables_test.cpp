// The work of reading a table is linear in it for every shape (reliability 44), counted in basic blocks.
#include <gtest/gtest.h>

#include <string>

#include "tests/cost/counted.hpp"

namespace senkoi::cost {
namespace {

struct TableShape {
  const char* name;
  std::string head, unit;
};

const std::string tableHead = "facility,name,url\n";

const TableShape shapes[]{
    {"plain rows", tableHead, "a,b,c\n"},
    {"Japanese rows", tableHead, "聖路加国際病院,　東京小児科　,\n"},
    {"quoted rows", tableHead, "\"a\n\",\"\"\"b\"\"\",\"c,c\"\n"},
    {"rows with a fault", tableHead, "a,=b\n=a,=b,=c\n"},
    {"rows of blanks", tableHead, "　, ,\n"},
    {"empty rows", tableHead, "\n"},
    {"one row of many cells", tableHead, ","},
    {"one cell of blanks", tableHead, "　"},
    {"one cell of nothing seen", tableHead, "\u200B"},
    {"a quote that never closes", tableHead + "a,\"", "b\n"},
    {"many headings that nobody knows", "", "x,"},
    {"a heading without end", "", "ガ"},
    {"a heading in a quote without end", "\"", "a\n"},
    {"marks", "", "\uFEFF"},
    {"dashes", tableHead, "－－－"},
    {"guarded cells", tableHead, "'=a,''=b,\"=\"\"02\"\"\"\n"},
};

// Of the table rather than of what is read before it: the separator is looked for in its first 64 KB.
constexpr std::size_t smallTable = 256 * 1024, largeTable = 4 * 1024 * 1024;

std::string make(const TableShape& shape, std::size_t bytes) {
  std::string text = shape.head;
  while (text.size() < bytes) text += shape.unit;
  return text;
}

class Tables : public testing::TestWithParam<TableShape> {};

TEST_P(Tables, Reliability44_AKilobyteOfTheLargestCostsAtMostOneAndAHalfTimesAKilobyteOfTheSmallest) {
  const std::string small = make(GetParam(), smallTable), large = make(GetParam(), largeTable);
  const std::uint64_t first = blocksOfTable(small), last = blocksOfTable(large);
  EXPECT_LE(2 * last * small.size(), 3 * first * large.size())
      << GetParam().name << ": " << last << " blocks of " << large.size() << " bytes, " << first << " of "
      << small.size();
  EXPECT_LE(last, mostBlocks(large.size())) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Shapes, Tables, testing::ValuesIn(shapes),
                         [](const auto& shape) { return "Shape" + std::to_string(shape.index); });

}  // namespace
}  // namespace senkoi::cost
