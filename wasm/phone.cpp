// How a phone number is shown, at the boundary: through the scratch memory.
#include "senkoi/rules/phone.hpp"

#include <algorithm>

#include "wasm/expose.hpp"
#include "wasm/settings.hpp"

namespace senkoi::wasm {
namespace {

/// Shows the number of this many units, 16 at most, in the scratch memory in place; answers its new length.
unsigned displayPhone(unsigned length) {
  auto* const units = static_cast<char16_t*>(scratch(0));
  std::array<char, 16> phone{};
  std::transform(units, units + length, phone.begin(), [](char16_t unit) { return static_cast<char>(unit); });
  rules::ShownNumber const shown = rules::displayPhone({phone.data(), length});
  std::copy_n(shown.characters.begin(), shown.size, units);
  return static_cast<unsigned>(shown.size);
}

}  // namespace

EMSCRIPTEN_BINDINGS(phone) {
  expose("displayPhone", &displayPhone);
}

}  // namespace senkoi::wasm
