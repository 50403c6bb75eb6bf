// The work of reading a body is linear in it for every shape (reliability 44), counted in basic blocks.
#include <gtest/gtest.h>

#include "tests/cost/counted.hpp"
#include "tests/cost/shapes.hpp"

namespace senkoi::cost {
namespace {

constexpr std::size_t smallest = 1024;

// Of the routes that take such bodies (server/api/routes.cpp).
constexpr std::size_t largest(Reader reader) {
  return reader == Reader::nested ? 1024 * 1024 : 64 * 1024;
}

class Bodies : public testing::TestWithParam<Shape> {};

TEST_P(Bodies, Reliability44_AKilobyteOfTheLargestCostsAtMostThreeTimesAKilobyteOfTheSmallest) {
  for (const Reader reader : readers) {
    const std::uint64_t first = blocksOf(reader, GetParam().make(smallest));
    for (std::size_t size = 8 * smallest; size <= largest(reader); size *= 8) {
      const std::string body = GetParam().make(size);
      const std::uint64_t blocks = blocksOf(reader, body);
      EXPECT_LE(blocks * smallest, 3 * first * body.size())
          << GetParam().name << ", " << body.size() << " bytes: " << blocks << " blocks, " << first
          << " for a kilobyte";
      EXPECT_LE(blocks, mostBlocks(body.size())) << GetParam().name << ", " << body.size() << " bytes";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, Bodies, testing::ValuesIn(shapes),
                         [](const auto& shape) { return "Shape" + std::to_string(shape.index); });

}  // namespace
}  // namespace senkoi::cost
