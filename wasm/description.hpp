// The names that JavaScript needs, as one text made at compile time from core's tables, so that none is written twice:
// line 1 the codes that this module can say, each with the digit of its severity ("required3"), line 2 the periods,
// line 3 the states, then a line a form: its name, and each item with the units of its slot ("mail533").
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "senkoi/codes/application_state.hpp"
#include "senkoi/forms/forms.hpp"
#include "wasm/block.hpp"

namespace senkoi::wasm {

/// What a form or a move may be answered with; the codes behind are said by the server alone.
inline constexpr std::size_t spokenCodes = index(Code::liveApplication) + 1;

/// Writes to `out`, or only counts where it is null.
class Description {
 public:
  constexpr explicit Description(char* out) : out_{out} {}

  constexpr std::size_t write() {
    for (CodeRow const& row : std::span{codeTable}.first<spokenCodes>()) {
      word(row.key, static_cast<unsigned>(row.severity));
    }
    line(periodNames);
    line(applicationStateNames);
    forms::forEachForm<Slot>([&]<class Form>() {
      end('\n');
      add(Form::name);
      for (std::size_t row = 0; row < forms::itemCount<Form>; ++row) {
        end(' ');
        word(name(forms::items<Form>[row]), rooms<Form>[row], false);
      }
    });
    end('\0');
    return size_;
  }

 private:
  constexpr void line(std::span<std::string_view const> names) {
    end('\n');
    for (std::string_view const name : names) add(name), end(' ');
    --size_;
  }

  constexpr void word(std::string_view name, unsigned number, bool spaced = true) {
    if (spaced && size_ > 0) end(' ');
    add(name);
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

inline constexpr auto description = [] {
  std::array<char, Description{nullptr}.write()> text{};
  Description{text.data()}.write();
  return text;
}();

}  // namespace senkoi::wasm
