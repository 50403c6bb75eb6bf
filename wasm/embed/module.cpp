// The module of the embeddable elements (R2): the mail address of a newcomer (M2.1), the search (M3.3), and who is over
// capacity (M3.4). Plain exports without Embind: glue/embed.js starts it without Emscripten's script, which would be
// half of the whole.
#include <emscripten/emscripten.h>

#include "senkoi/forms/access.hpp"
#include "senkoi/rules/ceiling.hpp"
#include "wasm/catalogue.hpp"
#include "wasm/description.hpp"

namespace senkoi::wasm {
namespace {

using Form = forms::MailEntry<Slot>;
using Held = Resident<Form>;

Held& held(std::uint32_t address) {
  return *reinterpret_cast<Held*>(static_cast<std::uintptr_t>(address));
}

std::uint32_t addressOf(void const* place) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(place));
}

constexpr std::size_t write(Description text) {
  text.codes(index(Code::mailCarrierPossible) + 1);
  text.line({});
  text.line({});
  text.form(Form::name, forms::items<Form>, rooms<Form>);
  return text.ended();
}

constexpr auto names = [] {
  std::array<char, write(Description{nullptr})> text{};
  write(Description{text.data()});
  return text;
}();

}  // namespace

// NOLINTBEGIN(readability-identifier-naming): what JavaScript calls, without the prefix
extern "C" {
EMSCRIPTEN_KEEPALIVE std::uint32_t senkoi_description() {
  return addressOf(names.data());
}
EMSCRIPTEN_KEEPALIVE std::uint32_t senkoi_open() {
  return addressOf(&(new Held)->block());
}
EMSCRIPTEN_KEEPALIVE void senkoi_close(std::uint32_t address) {
  delete &held(address);
}
EMSCRIPTEN_KEEPALIVE unsigned senkoi_checkItem(unsigned, std::uint32_t address, unsigned item) {
  return static_cast<unsigned>(forms::checkItem(held(address).form(), item, {}));
}
EMSCRIPTEN_KEEPALIVE std::uint32_t senkoi_scratch(std::uint32_t size) {
  return addressOf(scratch(size));
}
EMSCRIPTEN_KEEPALIVE std::uint32_t senkoi_openCatalogue() {
  return openCatalogue();
}
EMSCRIPTEN_KEEPALIVE void senkoi_closeCatalogue(std::uint32_t address) {
  closeCatalogue(address);
}
EMSCRIPTEN_KEEPALIVE void senkoi_add(std::uint32_t address, unsigned prefecture, unsigned facility, unsigned name) {
  add(address, prefecture, facility, name);
}
EMSCRIPTEN_KEEPALIVE unsigned senkoi_find(std::uint32_t address, unsigned prefecture, unsigned facility,
                                          unsigned name) {
  return find(address, prefecture, facility, name);
}
EMSCRIPTEN_KEEPALIVE std::uint32_t senkoi_foundAddress(std::uint32_t address) {
  return foundAddress(address);
}
EMSCRIPTEN_KEEPALIVE unsigned senkoi_overCapacity(unsigned applicants, unsigned capacity) {
  return rules::overCapacity(applicants, capacity) ? 1 : 0;
}
}
// NOLINTEND(readability-identifier-naming)

}  // namespace senkoi::wasm
