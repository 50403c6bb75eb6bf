// Bytes as the body of a form, read with its work counted (reliability 44): looks for what costs more than its size
// allows. Corpus: small bodies of every shape in tests/cost/shapes.hpp, which the search grows.
#include <cstdint>
#include <string_view>

#include "tests/cost/counted.hpp"
#include "tests/fuzz/require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace senkoi;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const cost::Reader reader : cost::readers) fuzz::require(cost::blocksOf(reader, text) <= cost::mostBlocks(size));
  return 0;
}
