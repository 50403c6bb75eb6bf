// A form resident in linear memory: where JavaScript writes UTF-16 units and core reads them, without a copy between.
// The slots are laid out from the form's own table at compile time. A block belongs to one Form object of JavaScript
// and is not shared between threads. Nothing here can fail: a text longer than its slot is told by its length.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "senkoi/forms/check.hpp"
#include "senkoi/rules/text/simd.hpp"

namespace senkoi::wasm {

/// The text of one item, as the rules see it. Does not own: units and length lie in the block.
/// One unit beyond the limit is kept, so that a longer text is known as such and yet never read past its slot.
struct Slot {
  using value_type = char16_t;

  char16_t* units;
  std::uint32_t* length;
  std::uint32_t room;

  char16_t* data() { return units; }
  char16_t const* data() const { return units; }
  std::size_t size() const { return std::min(*length, room); }
  void resize(std::size_t size) { *length = static_cast<std::uint32_t>(size); }
};

/// rules::isInkThroughout, eight units at once: entries are short, and this is asked of each. What lies behind a slot
/// is of the same Resident, so that eight may be read wherever one may.
inline bool isInkThroughout(Slot const& text) {
  constexpr rules::Lanes places{0, 1, 2, 3, 4, 5, 6, 7};
  std::size_t const size = text.size();
  for (std::size_t at = 0; at < size; at += rules::laneCount) {
    auto const ink = rules::Lanes(rules::inkIn(rules::load(text.units + at)));
    auto const within =
        rules::Lanes(places < rules::fill(static_cast<char16_t>(std::min(size - at, rules::laneCount))));
    if (rules::anySet(~ink & within)) return false;
  }
  return true;
}

/// Units of each item's slot, in the order of the table.
template <class Form>
inline constexpr auto rooms =
    std::apply([](auto const&... entry) { return std::array{static_cast<std::uint32_t>(entry.limits.units() + 1)...}; },
               Form::table());

template <class Form>
inline constexpr std::size_t unitCount = [] {
  std::size_t sum = 0;
  for (std::uint32_t const room : rooms<Form>) sum += room;
  return sum;
}();

/// What JavaScript sees, from the address that open() answers: lengths, then units, then codes.
template <class Form>
struct Block {
  static constexpr std::size_t count = forms::itemCount<Form>;

  std::uint32_t lengths[count];
  char16_t units[unitCount<Form>];
  forms::Findings<Form> codes;
};

/// A block (first: its address is the resident's) and the form whose slots lie in it. Neither copied nor moved: the
/// form points into the block.
template <class Form>
class Resident {
 public:
  Resident() {
    std::size_t start = 0;
    for (std::size_t row = 0; row < Block<Form>::count; ++row) {
      form_.*forms::rows<Form>[row].member = {block_.units + start, block_.lengths + row, rooms<Form>[row]};
      start += rooms<Form>[row];
    }
    static_assert(offsetof(Block<Form>, units) == 4 * Block<Form>::count);
    static_assert(offsetof(Block<Form>, codes) == 4 * Block<Form>::count + 2 * unitCount<Form>);
    static_assert(sizeof(Code) == 1, "JavaScript reads a byte an item");
    static_assert(sizeof(Resident) - offsetof(Block<Form>, codes) >= (rules::laneCount - 1) * sizeof(char16_t),
                  "eight units may be read from the last unit of the last slot");
  }
  Resident(Resident const&) = delete;
  Resident& operator=(Resident const&) = delete;

  Form& form() { return form_; }
  Block<Form>& block() { return block_; }

  /// Writes the code of each item into the block; answers whether there is anything to say.
  bool check(rules::Context const& context) {
    block_.codes = forms::check(form_, context);
    return std::any_of(block_.codes.begin(), block_.codes.end(), [](Code code) { return code != Code::ok; });
  }

 private:
  Block<Form> block_{};
  Form form_;
};

}  // namespace senkoi::wasm
