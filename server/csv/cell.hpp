// A cell where it stands in the text of its file, as core's rules take a text: it can be made shorter in place. Like
// the text it points into, not synchronised.
#pragma once

#include <cstddef>
#include <string_view>

#include "senkoi/rules/text/shape.hpp"

namespace senkoi::server::csv {

class Cell {
 public:
  using value_type = char;

  Cell(char* data, std::size_t size) : data_(data), size_(size) {}

  char* data() { return data_; }
  const char* data() const { return data_; }
  std::size_t size() const { return size_; }
  void resize(std::size_t size) { size_ = size; }  // never more than before
  std::string_view view() const { return {data_, size_}; }
  bool empty() const { return size_ == 0; }

  // As every entry is (M2.3a, M2.3g): what nobody sees is gone, a line break within is one blank.
  void clean() { rules::clean(*this, rules::Lines::one, rules::Joiners::stay); }

 private:
  char* data_;
  std::size_t size_;
};

}  // namespace senkoi::server::csv
