#include "wasm/settings.hpp"

#include <cstdlib>
#include <string_view>

#include "wasm/description.hpp"
#include "wasm/expose.hpp"

namespace senkoi::wasm {
namespace {

/// Empties the settings' lists and answers where JavaScript writes the new ones, ASCII, refused before warned; 0 where
/// memory is short.
std::uint32_t domains(std::uint32_t refused, std::uint32_t warned) {
  static char* lists = nullptr;
  std::free(lists);
  context().mailDomains = {};
  lists = static_cast<char*>(std::malloc(refused + warned + 1));
  if (lists != nullptr) context().mailDomains = {{lists, refused}, {lists + refused, warned}};
  return reinterpret_cast<std::uintptr_t>(lists);
}

void configure(double now, int startYear, unsigned passwordLeast, unsigned passwordMost) {
  context().now = static_cast<Instant>(now);
  context().startYear = startYear;
  context().password = {passwordLeast, passwordMost};
}

std::uint32_t scratchAddress(std::uint32_t size) {
  return reinterpret_cast<std::uintptr_t>(scratch(size));
}
std::uint32_t descriptionAddress() {
  return reinterpret_cast<std::uintptr_t>(description<ThisModule>.data());
}

}  // namespace

rules::Context& context() {
  static rules::Context only;
  return only;
}

EMSCRIPTEN_BINDINGS(settings) {
  expose("domains", &domains);
  expose("configure", &configure);
  expose("scratch", &scratchAddress);
  expose("description", &descriptionAddress);
}

}  // namespace senkoi::wasm
