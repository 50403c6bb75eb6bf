// The settings of this module: one context for all its forms, set by configure(). A module lives in one thread.
#pragma once

#include <cstdint>

#include "senkoi/rules/context.hpp"

namespace senkoi::wasm {

/// The context that every check of this module uses.
rules::Context& context();

/// Shared memory for what is passed besides forms: `size` bytes, aligned for doubles, valid until the next call; null
/// where memory is short, what was passed before stays.
void* scratch(std::uint32_t size);

}  // namespace senkoi::wasm
