// The forms at the boundary: opened, checked, read by JavaScript by number. Compiled for speed; the rest for size.
#include <cstdlib>
#include <new>
#include <type_traits>

#include "wasm/block.hpp"
#include "wasm/expose.hpp"
#include "wasm/modules.hpp"
#include "wasm/settings.hpp"

namespace senkoi::wasm {
namespace {

/// Calls visit on the resident form of this number at this address (its block stands first in it).
template <class Visit>
unsigned with(unsigned form, std::uint32_t address, Visit visit) {
  unsigned number = 0, answer = 0;
  forms::forEachOf<ThisModule::Forms<Slot>>([&]<class Form>() {
    if (number++ == form) answer = visit(*reinterpret_cast<Resident<Form>*>(static_cast<std::uintptr_t>(address)));
  });
  return answer;
}

/// Where the form's block lies; 0 where there is no memory for it.
std::uint32_t open(unsigned form) {
  std::uint32_t address = 0;
  unsigned number = 0;
  forms::forEachOf<ThisModule::Forms<Slot>>([&]<class Form>() {
    static_assert(std::is_trivially_destructible_v<Resident<Form>>);
    if (number++ != form) return;
    if (void* const room = std::malloc(sizeof(Resident<Form>)))
      address = reinterpret_cast<std::uintptr_t>(new (room) Resident<Form>);
  });
  return address;
}

void close(std::uint32_t address) {
  std::free(reinterpret_cast<void*>(static_cast<std::uintptr_t>(address)));
}

unsigned check(unsigned form, std::uint32_t address) {
  return with(form, address, [](auto& resident) { return resident.check(context()); });
}

unsigned checkItem(unsigned form, std::uint32_t address, unsigned item) {
  return with(form, address, [&](auto& resident) {
    return static_cast<unsigned>(forms::checkItem(resident.form(), item, context()));
  });
}

/// The items that differ between two forms of one kind, a bit each (M2.4).
unsigned changes(unsigned form, std::uint32_t address, std::uint32_t other) {
  return with(form, address, [&]<class Form>(Resident<Form>& resident) {
    static_assert(Block<Form>::count <= 32);
    auto& second = *reinterpret_cast<Resident<Form>*>(static_cast<std::uintptr_t>(other));
    unsigned bits = 0, bit = 1;
    for (bool const changed : forms::changes(resident.form(), second.form())) {
      if (changed) bits |= bit;
      bit <<= 1;
    }
    return bits;
  });
}

/// Years since licence from a user_data form whose year and month are accepted (M2.3b).
int yearsSinceLicence(std::uint32_t address) {
  auto const& form = reinterpret_cast<Resident<forms::UserData<Slot>>*>(static_cast<std::uintptr_t>(address))->form();
  return rules::yearsSinceLicence(rules::numberIn(form.licenceYear), rules::numberIn(form.licenceMonth),
                                  context().startYear);
}

/// Replaces the canonical user ID of a log_in form by the way it is shown.
void displayUserId(std::uint32_t address) {
  auto& userId = reinterpret_cast<Resident<forms::LogIn<Slot>>*>(static_cast<std::uintptr_t>(address))->form().userId;
  auto const shown = rules::displayUserId(userId.data());
  std::copy(shown.begin(), shown.end(), userId.data());
  userId.resize(shown.size());
}

}  // namespace

EMSCRIPTEN_BINDINGS(forms) {
  expose("open", &open);
  expose("close", &close);
  expose("check", &check);
  expose("checkItem", &checkItem);
  expose("changes", &changes);
  expose("yearsSinceLicence", &yearsSinceLicence);
  expose("displayUserId", &displayUserId);
}

}  // namespace senkoi::wasm
