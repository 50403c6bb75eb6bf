// Somebody else's server checks a registration again: lines of name=value in, a sentence for each finding out; 1 where
// it is refused.
#include <iostream>
#include <senkoi/forms/registration.hpp>
#include <senkoi/words/label.hpp>
#include <senkoi/words/sentence.hpp>

int main() {
  using namespace senkoi;
  using Form = forms::Registration<std::string>;
  Form form;
  for (std::string key, value; std::getline(std::getline(std::cin, key, '='), value);)
    forms::forEachItem<Form>([&](auto const& entry) {
      if (name(entry.item) == key) form.*entry.member = value;
    });
  auto const codes = forms::check(form, {.now = 1540436400000, .startYear = 2019, .password = {}, .mailDomains = {}});
  for (std::size_t row = 0; row < codes.size(); ++row) {
    auto const item = forms::items<Form>[row];
    if (codes[row] == Code::ok) continue;
    auto const sentence = words::fill(words::sentence(codes[row], Language::en), {words::label(item, Language::en)});
    std::cout << name(item) << ' ' << key(codes[row]) << ' ' << sentence << '\n';
  }
  return forms::accepted(codes) ? 0 : 1;
}
