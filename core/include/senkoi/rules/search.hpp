// Search of a field's programs by prefecture, facility and name, joined by AND, partial, on folded text (M3.3, M3.4).
// Words within one entry, apart by spaces of any width, are joined by AND as well, in whichever order they stand.
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
#include "senkoi/rules/text/classes.hpp"

namespace senkoi::rules {

// What is looked for in one column: its words, folded. One that folds to nothing finds everything; one too long to be
// in any name finds nothing. The last of many words takes the rest with it, so that nobody asks for a hundred scans.
class Needle {
 public:
  static constexpr std::size_t most = 256;  // UTF-16 units
  static constexpr std::size_t mostWords = 8;

  Needle() = default;
  template <class Text>
  explicit Needle(Text const& text) {
    tooLong_ = longerThan(text.data(), text.size(), most);
    if (!tooLong_) split(text);
  }

  bool empty() const { return count_ == 0 && !tooLong_; }
  bool tooLong() const { return tooLong_; }
  template <class OnWord>
  void everyWord(OnWord onWord) const {
    for (std::size_t word = 0, from = 0; word < count_; from = ends_[word++]) {
      onWord(std::u16string_view{units_.data() + from, ends_[word] - from});
    }
  }

 private:
  template <class Text>
  void split(Text const& text) {
    using Part = std::basic_string_view<typename Text::value_type>;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size() && count_ + 1 < mostWords;) {
      std::size_t const before = at;
      if (!isSpace(next(text.data(), text.size(), at))) continue;
      addWord(Part{text.data() + from, before - from});
      from = at;
    }
    addWord(Part{text.data() + from, text.size() - from});
  }
  template <class Part>
  void addWord(Part part) {
    std::size_t const from = count_ == 0 ? 0 : ends_[count_ - 1];
    std::size_t const size = fold(part, units_.data() + from);
    if (size != 0) ends_[count_++] = static_cast<std::uint16_t>(from + size);
  }

  std::array<char16_t, most> units_;
  std::array<std::uint16_t, mostWords> ends_;
  std::size_t count_ = 0;
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
