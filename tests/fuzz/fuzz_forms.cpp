// Bytes as the texts of any form, over UTF-8 as the server reads them and in the slots that JavaScript writes
// (reliability 29). Beside memory errors it looks for what must never be: two answers to one form, a canonical value
// that is refused or changed when it is checked again, a control character in an accepted value of one line.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "senkoi/forms/forms.hpp"
#include "senkoi/forms/staff_forms.hpp"
#include "tests/core/recoded.hpp"
#include "tests/fuzz/require.hpp"
#include "wasm/block.hpp"

namespace {

using namespace senkoi;
using fuzz::require;
using tests::recoded;

/// The input, taken piece by piece.
struct Bytes {
  std::string_view rest;

  std::uint8_t byte() {
    if (rest.empty()) return 0;
    std::uint8_t const first = static_cast<std::uint8_t>(rest.front());
    rest.remove_prefix(1);
    return first;
  }

  std::string_view piece() {
    std::string_view const taken = rest.substr(0, byte());
    rest.remove_prefix(taken.size());
    return taken;
  }
};

void enter(wasm::Slot& slot, std::u16string_view text) {
  std::size_t const kept = std::min<std::size_t>(text.size(), slot.room);
  std::copy_n(text.begin(), kept, slot.data());
  slot.resize(text.size());
}

template <class Owning, class Viewing>
void look(Bytes bytes, rules::Context const& context) {
  Owning owning;
  auto const resident = std::make_unique<wasm::Resident<Viewing>>();
  for (std::size_t row = 0; row < forms::itemCount<Owning>; ++row) {
    std::string& text = owning.*forms::rows<Owning>[row].member;
    text = recoded<char>(bytes.piece());
    enter(resident->form().*forms::rows<Viewing>[row].member, recoded<char16_t>(text));
  }
  auto const codes = forms::check(owning, context);
  resident->check(context);
  require(resident->block().codes == codes);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (refuses(codes[row])) continue;
    wasm::Slot const& slot = resident->form().*forms::rows<Viewing>[row].member;
    std::string const& text = owning.*forms::rows<Owning>[row].member;
    require(recoded<char16_t>(text) == std::u16string_view{slot.data(), slot.size()});
    std::string seen = text;
    require(rules::dropUnseen(seen, rules::Lines::many, rules::Joiners::stay) == Code::ok && seen == text);
  }
  if (!forms::accepted(codes)) return;
  Owning again = owning;
  require(forms::accepted(forms::check(again, context)));
  for (bool const changed : forms::changes(owning, again)) require(!changed);
}

/// The form of that number in a list, over both kinds of text.
template <class Owning, class Viewing>
void lookAt(std::size_t number, Bytes bytes, rules::Context const& context) {
  [&]<std::size_t... Place>(std::index_sequence<Place...>) {
    ((Place == number ? look<std::tuple_element_t<Place, Owning>, std::tuple_element_t<Place, Viewing>>(bytes, context)
                      : void()),
     ...);
  }
  (std::make_index_sequence<std::tuple_size_v<Owning>>{});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  Bytes bytes{{reinterpret_cast<char const*>(data), size}};
  rules::Context context;
  context.now = 1540436400000;
  context.startYear = 2019;
  constexpr std::size_t ofStaff = std::tuple_size_v<forms::StaffForms<std::string>>;
  std::size_t const form = bytes.byte() % (forms::formCount + ofStaff);
  if (form < forms::formCount) {
    lookAt<forms::AllForms<std::string>, forms::AllForms<wasm::Slot>>(form, bytes, context);
  } else {
    lookAt<forms::StaffForms<std::string>, forms::StaffForms<wasm::Slot>>(form - forms::formCount, bytes, context);
  }
  return 0;
}
