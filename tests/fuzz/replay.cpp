// replay_NAME FOLDER: runs a fuzz target over its seeds, and over each seed changed in some thousand small ways, always
// the same ones. Needs no clang: so every `toolchain/test` shows that the targets compile and the seeds still hold; the
// search itself is `toolchain/fuzz`. Ends with 0, or as the target ends.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

using Random = std::minstd_rand;

constexpr auto timeLimit = std::chrono::milliseconds(2000);  // at most, for all seeds together
constexpr int changesASeed = 2000;

void run(std::string const& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(input.data()), input.size());
}

std::vector<std::string> seedsOf(char const* folder) {
  std::vector<std::string> seeds;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::ranges::sort(seeds);  // a folder has no order
  return seeds;
}

// One small change: a byte set, a bit turned, a piece cut out, doubled, or taken from another seed.
std::string changed(std::string text, std::string const& other, Random& random) {
  if (text.empty()) return other;
  std::size_t const at = random() % text.size();
  std::size_t const length = random() % 16;
  switch (random() % 5) {
    case 0:
      text[at] = static_cast<char>(random());
      return text;
    case 1:
      text[at] = static_cast<char>(text[at] ^ (1 << (random() % 8)));
      return text;
    case 2:
      return text.erase(at, length);
    case 3:
      return text.insert(at, text.substr(at, length));
    default:
      return text.insert(at, other.substr(std::min<std::size_t>(other.size(), random() % 64), length));
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  auto const seeds = seedsOf(arguments[1]);
  if (seeds.empty()) return 1;
  for (auto const& seed : seeds) run(seed);
  auto const end = std::chrono::steady_clock::now() + timeLimit;
  Random random;
  std::size_t runs = seeds.size();
  for (int round = 0; round < changesASeed && std::chrono::steady_clock::now() < end; ++round) {
    for (auto const& seed : seeds) {
      auto const once = changed(seed, seeds[random() % seeds.size()], random);
      run(once);
      run(changed(once, seed, random));
      runs += 2;
    }
  }
  std::cout << runs << " inputs, nothing found\n";
}
