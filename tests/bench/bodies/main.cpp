// bench-bodies [ROUNDS]: how long it takes to read bodies of every shape (tests/cost/shapes.hpp), from a kilobyte to
// the limit of the route that takes such. One line each: shape, nesting, bytes, CPU time of the fastest of some rounds
// in ns.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <limits>

#include "server/json/parse.hpp"
#include "tests/cost/shapes.hpp"

namespace {

using namespace senkoi;
using server::json::Nesting;

constexpr std::size_t kilobyte = 1024;
// Of the routes that take such bodies (server/api/routes.cpp).
constexpr std::size_t flatLimit = 64 * kilobyte, nestedLimit = 768 * kilobyte;

// Of this thread: what else the machine does is not the parser's.
std::int64_t cpuNow() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

std::int64_t fastest(std::string_view body, Nesting nesting, int rounds) {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (int round = 0; round < rounds; ++round) {
    const std::int64_t began = cpuNow();
    { const auto parsed = server::json::parseObject(body, nesting); }  // freeing it is part of the work
    best = std::min(best, cpuNow() - began);
  }
  return best;
}

void measure(const cost::Shape& shape, Nesting nesting, std::size_t size, int rounds) {
  const std::string body = shape.make(size);
  std::cout << shape.name << '\t' << (nesting == Nesting::flat ? "flat" : "nested") << '\t' << body.size() << '\t'
            << fastest(body, nesting, size < 64 * kilobyte ? 10 * rounds : rounds) << '\n';
}

void measureUpTo(const cost::Shape& shape, Nesting nesting, std::size_t limit, int rounds) {
  for (std::size_t size = kilobyte; size < limit; size *= 4) measure(shape, nesting, size, rounds);
  measure(shape, nesting, limit, rounds);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 20;
  for (const cost::Shape& shape : cost::shapes) {
    measureUpTo(shape, Nesting::flat, flatLimit, rounds);
    measureUpTo(shape, Nesting::nested, nestedLimit, rounds);
  }
}
