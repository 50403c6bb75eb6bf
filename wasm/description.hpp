// The names that JavaScript needs, as one text made at compile time from core's tables, so that none is written twice:
// line 1 the codes that this module can say, each with the digit of its severity ("required3"), line 2 the periods,
// line 3 the states, then a line a form: its name, and each item with the units of its slot ("mail:533").
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "senkoi/codes/application_state.hpp"
#include "wasm/block.hpp"
#include "wasm/modules.hpp"

namespace senkoi::wasm {

/// Writes to `out`, or only counts where it is null.
class Description {
 public:
  constexpr explicit Description(char* out) : out_{out} {}

  /// Everything, for a module of modules.hpp.
  template <class Module>
  constexpr std::size_t write() {
    codes(index(Module::lastCode) + 1);
    line(periodNames);
    line(applicationStateNames);
    forms::forEachOf<typename Module::template Forms<Slot>>(
        [&]<class Form>() { form(Form::name, forms::items<Form>, rooms<Form>); });
    return ended();
  }

  constexpr void codes(std::size_t count) {
    for (CodeRow const& row : std::span{codeTable}.first(count)) word(row.key, static_cast<unsigned>(row.severity));
  }

  constexpr void line(std::span<std::string_view const> names) {
    end('\n');
    for (std::string_view const name : names) add(name), end(' ');
    if (!names.empty()) --size_;
  }

  constexpr void form(std::string_view formName, std::span<Item const> items, std::span<std::uint32_t const> units) {
    end('\n');
    add(formName);
    for (std::size_t row = 0; row < items.size(); ++row) {
      end(' ');
      add(name(items[row]));
      end(':');
      add(units[row]);
    }
  }

  constexpr std::size_t ended() {
    end('\0');
    return size_;
  }

 private:
  constexpr void word(std::string_view name, unsigned number) {
    if (size_ > 0) end(' ');
    add(name);
    add(number);
  }

  constexpr void add(unsigned number) {
    unsigned power = 1;
    while (number / power >= 10) power *= 10;
    for (; power > 0; power /= 10) end(static_cast<char>('0' + number / power % 10));
  }

  constexpr void add(std::string_view text) {
    for (char const unit : text) end(unit);
  }

  constexpr void end(char unit) {
    if (out_ != nullptr) out_[size_] = unit;
    ++size_;
  }

  char* out_;
  std::size_t size_ = 0;
};

template <class Module>
inline constexpr auto description = [] {
  std::array<char, Description{nullptr}.write<Module>()> text{};
  Description{text.data()}.write<Module>();
  return text;
}();

}  // namespace senkoi::wasm
