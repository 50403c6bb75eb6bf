// The memory through which texts and numbers cross the border: grows with the largest, and is never given back.
#include <cstdlib>

#include "wasm/settings.hpp"

namespace senkoi::wasm {

void* scratch(std::uint32_t size) {
  static void* memory = nullptr;
  static std::uint32_t room = 0;
  if (size > room) {
    void* const larger = std::realloc(memory, size);
    if (larger == nullptr) return nullptr;
    memory = larger;
    room = size;
  }
  return memory;
}

}  // namespace senkoi::wasm
