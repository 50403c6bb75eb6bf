// core_answers SEED COUNT: what the native forms answer to COUNT random forms, as one hash for each hundred. The wasm
// module is asked the same forms by tests/wasm/differential.test.js (reliability 27): same generator, same hash, in
// JavaScript.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "recoded.hpp"
#include "senkoi/forms/forms.hpp"

namespace {

using namespace senkoi;
using nlohmann::json;

/// Mulberry32: the same numbers in JavaScript, by Math.imul.
struct Random {
  std::uint32_t state;

  std::uint32_t below(std::uint32_t bound) {
    state += 0x6D2B79F5U;
    std::uint32_t mixed = (state ^ (state >> 15)) * (state | 1U);
    mixed ^= mixed + (mixed ^ (mixed >> 7)) * (mixed | 61U);
    return (mixed ^ (mixed >> 14)) % bound;
  }
};

/// FNV-1a over 16-bit units.
struct Hash {
  std::uint32_t value = 2166136261U;

  void add(std::uint32_t unit) { value = (value ^ unit) * 16777619U; }
};

class Forms {
 public:
  explicit Forms(std::uint32_t seed) : random_{seed} {
    std::ifstream base{std::string{CASES_FOLDER} + "/base.json"}, fragments{std::string{FRAGMENTS}};
    base_ = json::parse(base)["forms"];
    for (json const& fragment : json::parse(fragments))
      fragments_.push_back(tests::recoded<char16_t>(fragment.get<std::string>()));
    for (unsigned const lone : {0xD842U, 0xDFB7U}) fragments_.emplace_back(1, static_cast<char16_t>(lone));
    context_.now = 1540436400000;
    context_.startYear = 2019;
  }

  void answer(Hash& hash) {
    std::uint32_t const form = random_.below(forms::formCount);
    std::uint32_t number = 0;
    forms::forEachForm<std::string>([&]<class Form>() {
      if (number++ == form) answer<Form>(hash);
    });
  }

 private:
  template <class Form>
  void answer(Hash& hash) {
    Form form;
    forms::forEachItem<Form>([&](auto const& entry) {
      form.*entry.member = text(base_[std::string{Form::name}][std::string{name(entry.item)}]);
    });
    forms::Findings<Form> const codes = forms::check(form, context_);
    std::size_t row = 0;
    forms::forEachItem<Form>([&](auto const& entry) {
      Code const code = codes[row++];
      hash.add(static_cast<std::uint32_t>(code));
      if (refuses(code)) return;
      for (char16_t const unit : tests::recoded<char16_t>(form.*entry.member)) hash.add(unit);
    });
  }

  /// The base value, with fragments in front and behind, or fragments alone; now and then very many.
  std::string text(std::string const& base) {
    std::u16string made;
    std::uint32_t const way = random_.below(8);
    if (way >= 6) fragments(made, 1 + random_.below(3));
    if (way >= 3) made += tests::recoded<char16_t>(base);
    if (way <= 4) fragments(made, random_.below(way == 0 ? 40 : 4));
    return tests::recoded<char>(made);
  }

  void fragments(std::u16string& made, std::uint32_t count) {
    for (; count > 0; --count) made += fragments_[random_.below(static_cast<std::uint32_t>(fragments_.size()))];
  }

  Random random_;
  json base_;
  std::vector<std::u16string> fragments_;
  rules::Context context_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 1;
  Forms forms{static_cast<std::uint32_t>(std::strtoul(arguments[1], nullptr, 10))};
  for (unsigned long left = std::strtoul(arguments[2], nullptr, 10); left > 0; left -= left < 100 ? left : 100) {
    Hash hash;
    for (unsigned long i = 0; i < (left < 100 ? left : 100); ++i) forms.answer(hash);
    std::cout << hash.value << '\n';
  }
}
