// What JavaScript may call: functions of numbers, exported through Embind. embind_calls.js stands in for Embind's own
// script, and converts nothing. Unsigned answers come as signed: all of them lie below 2^31, or are bits.
#pragma once

#include <emscripten/bind.h>

#include <type_traits>

namespace senkoi::wasm {

template <class Number>
inline constexpr bool crosses =
    std::is_same_v<Number, double> || std::is_same_v<Number, int> || std::is_same_v<Number, unsigned>;

/// Exports a function under this name.
template <class Result, class... Arguments>
void expose(char const* name, Result (*function)(Arguments...)) {
  static_assert(std::is_void_v<Result> || crosses<Result>);
  static_assert((crosses<Arguments> && ...));
  emscripten::function(name, function);
}

}  // namespace senkoi::wasm
