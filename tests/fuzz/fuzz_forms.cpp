// Bytes as the texts of any form, over UTF-8 as the server reads them and in the slots that JavaScript writes
// (reliability 29). Beside memory errors it looks for what must never be: two answers to one form, a canonical value
// that is refused or changed when it is checked again, a control character in an accepted value of one line.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "senkoi/forms/forms.hpp"
#include "wasm/block.hpp"

namespace {

using namespace senkoi;

void require(bool holds) {
  if (!holds) std::abort();
}

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

std::string wellFormed(std::string_view bytes) {
  std::string text;
  rules::everyPoint(bytes, [&](char32_t point) {
    char units[4];
    text.append(units, rules::put(units, point));
    return true;
  });
  return text;
}

std::u16string unitsOf(std::string_view text) {
  std::u16string units;
  rules::everyPoint(text, [&](char32_t point) {
    char16_t pair[2];
    units.append(pair, rules::put(pair, point));
    return true;
  });
  return units;
}

void enter(wasm::Slot& slot, std::u16string_view text) {
  std::size_t const kept = std::min<std::size_t>(text.size(), slot.room);
  std::copy_n(text.begin(), kept, slot.data());
  slot.resize(text.size());
}

template <template <class> class Form>
void look(Bytes bytes, rules::Context const& context) {
  using Owning = Form<std::string>;
  using Viewing = Form<wasm::Slot>;
  Owning owning;
  auto const resident = std::make_unique<wasm::Resident<Viewing>>();
  for (std::size_t row = 0; row < forms::itemCount<Owning>; ++row) {
    std::string& text = owning.*forms::rows<Owning>[row].member;
    text = wellFormed(bytes.piece());
    enter(resident->form().*forms::rows<Viewing>[row].member, unitsOf(text));
  }
  auto const codes = forms::check(owning, context);
  resident->check(context);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    require(resident->block().codes[row] == static_cast<std::uint8_t>(codes[row]));
    if (refuses(codes[row])) continue;
    wasm::Slot const& slot = resident->form().*forms::rows<Viewing>[row].member;
    std::string const& text = owning.*forms::rows<Owning>[row].member;
    require(unitsOf(text) == std::u16string_view{slot.data(), slot.size()});
    bool const secret = forms::rows<Owning>[row].kind == forms::Kind::secret;
    require(text.empty() || secret || rules::soundness(text, rules::Lines::many) == Code::ok);
  }
  if (!forms::accepted(codes)) return;
  Owning again = owning;
  require(forms::accepted(forms::check(again, context)));
  for (bool const changed : forms::changes(owning, again)) require(!changed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  Bytes bytes{{reinterpret_cast<char const*>(data), size}};
  rules::Context context;
  context.now = 1540436400000;
  context.startYear = 2019;
  switch (bytes.byte() % forms::formCount) {
    case 0:
      look<forms::MailEntry>(bytes, context);
      break;
    case 1:
      look<forms::Registration>(bytes, context);
      break;
    case 2:
      look<forms::UserData>(bytes, context);
      break;
    case 3:
      look<forms::LogIn>(bytes, context);
      break;
    case 4:
      look<forms::Recovery>(bytes, context);
      break;
    case 5:
      look<forms::PasswordReset>(bytes, context);
      break;
    case 6:
      look<forms::PasswordChange>(bytes, context);
      break;
    default:
      look<forms::ProgramSearch>(bytes, context);
  }
  return 0;
}
