// Search of a field's programs by prefecture, facility and name, joined by AND, partial, on folded text (M3.3, M3.4).
// The same in the browser (as one types) and in the server. Owns its folded copy; built once, then only read: safe for
// many readers. find() takes no memory but what the result needs. Catalogue order is the order of add().
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "senkoi/codes/prefecture.hpp"
#include "senkoi/rules/fold.hpp"

namespace senkoi::rules {

// What is looked for in one column, folded. One that folds to nothing finds everything; one too long to be in any
// name finds nothing.
class Needle {
 public:
  static constexpr std::size_t most = 256;  // UTF-16 units

  Needle() = default;
  template <class Text>
  explicit Needle(Text const& text) {
    tooLong_ = longerThan(text.data(), text.size(), most);
    if (!tooLong_) size_ = fold(text, units_.data());
  }

  bool empty() const { return size_ == 0 && !tooLong_; }
  bool tooLong() const { return tooLong_; }
  std::u16string_view units() const { return {units_.data(), size_}; }

 private:
  std::array<char16_t, most> units_;
  std::size_t size_ = 0;
  bool tooLong_ = false;
};

struct Query {
  std::optional<Prefecture> prefecture;
  Needle facility, name;
};

// One text of each record, folded, one after the other with a NUL behind each.
class Column {
 public:
  template <class Text>
  void add(Text const& text) {
    std::size_t const from = units_.size();
    units_.resize(from + text.size() + 1);
    end(from + fold(text, units_.data() + from));
  }
  // Fills `records` with those that contain the needle, in order.
  void find(std::u16string_view needle, std::vector<std::uint32_t>& records) const;
  // Leaves those of `records` that contain the needle.
  void keep(std::u16string_view needle, std::vector<std::uint32_t>& records) const;

 private:
  void end(std::size_t at);
  template <class OnRecord>
  void scan(std::u16string_view needle, OnRecord onRecord) const;

  std::vector<char16_t> units_;
  std::vector<std::uint32_t> ends_;  // of each record, behind its NUL
};

class SearchIndex {
 public:
  template <class Text>
  void add(Prefecture prefecture, Text const& facility, Text const& name) {
    prefectures_.push_back(prefecture);
    facilities_.add(facility);
    names_.add(name);
  }
  std::size_t size() const { return prefectures_.size(); }
  // Replaces `records` by the matching ones in catalogue order.
  void find(Query const& query, std::vector<std::uint32_t>& records) const;

 private:
  std::vector<Prefecture> prefectures_;
  Column facilities_, names_;
};

}  // namespace senkoi::rules
