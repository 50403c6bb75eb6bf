#include "server/json/parse.hpp"

#include <charconv>
#include <utility>
#include <vector>

namespace senkoi::server::json {
namespace {

bool isHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The code unit of an escape \uXXXX at this place; nothing where there is none.
std::optional<unsigned> unitAt(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  const std::string_view digits = text.substr(at + 2, 4);
  for (const char c : digits) {
    if (!isHex(c)) return std::nullopt;
  }
  unsigned unit = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  return unit;
}

bool isHigh(std::optional<unsigned> unit) {
  return unit && *unit >= 0xD800 && *unit <= 0xDBFF;
}
bool isLow(std::optional<unsigned> unit) {
  return unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
}

struct Escape {
  std::size_t length;  // a pair of surrogates is one
  bool lone;           // a surrogate without its other half
};

Escape escapeAt(std::string_view text, std::size_t at) {
  const auto unit = unitAt(text, at);
  if (isLow(unit)) return {6, true};
  if (!isHigh(unit)) return {unit ? std::size_t{6} : std::size_t{2}, false};
  return isLow(unitAt(text, at + 6)) ? Escape{12, false} : Escape{6, true};
}

}  // namespace

std::optional<std::string> sanitizeSurrogates(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;  // of the text
  bool quoted = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (quoted && c == '\\') {
      const auto [length, lone] = escapeAt(text, at);
      if (lone) {
        out.append(text.substr(copied, at - copied)).append("\\ufffd");
        copied = at + length;
      }
      at += length;
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '{' || c == '[') && ++depth > deepest) return std::nullopt;
    if (!quoted && (c == '}' || c == ']')) --depth;
    ++at;
  }
  return out.append(text.substr(copied));
}

namespace {

// Builds the object from the parser's events. The parser's own builder, given a callback to find keys that come twice,
// walks all siblings at the end of each object: quadratic in their number.
class ObjectBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit ObjectBuilder(Nesting nesting) : nesting_(nesting) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(number_integer_t value) { return add(value); }
  bool number_unsigned(number_unsigned_t value) { return add(value); }
  bool number_float(number_float_t value, const string_t&) { return add(value); }
  bool string(string_t& value) { return add(std::move(value)); }
  bool binary(binary_t&) { return false; }  // no JSON text has any

  bool start_object(std::size_t) { return open(nlohmann::json::value_t::object); }
  bool start_array(std::size_t) { return !open_.empty() && open(nlohmann::json::value_t::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    auto& members = open_.back()->get_ref<nlohmann::json::object_t&>();
    if (members.size() == mostMembers) return refuse(Code::unknownItem, std::move(name));
    const auto [member, first] = members.try_emplace(std::move(name));
    if (!first) return false;
    member_ = &*member;
    return true;
  }

  bool parse_error(std::size_t, const string_t&, const nlohmann::json::exception&) { return false; }

  Parsed take(bool whole) {
    if (!whole) return {std::nullopt, code_, std::move(item_)};
    return {std::move(root_), Code::ok, {}};
  }

 private:
  // Where the next value goes; null where the text is no object.
  nlohmann::json* place() {
    if (open_.empty()) return nullptr;
    if (open_.back()->is_object()) return &member_->second;
    return &open_.back()->get_ref<nlohmann::json::array_t&>().emplace_back();
  }

  template <class Value>
  bool add(Value&& value) {
    if (++values_ > mostValues) return refuse(Code::bodyTooLarge);
    nlohmann::json* const to = place();
    if (to == nullptr) return false;
    *to = std::forward<Value>(value);
    return true;
  }

  bool open(nlohmann::json::value_t type) {
    if (open_.empty()) {
      root_ = type;
      open_.push_back(&root_);
      return true;
    }
    if (nesting_ == Nesting::flat) return refuse(Code::notAText, member_->first);
    if (++values_ > mostValues) return refuse(Code::bodyTooLarge);
    nlohmann::json* const to = place();
    *to = type;
    open_.push_back(to);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool refuse(Code code, std::optional<std::string> item = {}) {
    code_ = code;
    item_ = std::move(item);
    return false;
  }

  Nesting nesting_;
  nlohmann::json root_;
  std::vector<nlohmann::json*> open_;  // from the root inwards; nothing moves while what it holds is open
  nlohmann::json::object_t::value_type* member_ = nullptr;  // whose value comes next
  std::size_t values_ = 0;
  Code code_ = Code::malformedJson;
  std::optional<std::string> item_;
};

}  // namespace

Parsed parseObject(std::string_view text, Nesting nesting) {
  const auto tame = sanitizeSurrogates(text);
  if (!tame) return {std::nullopt, Code::malformedJson, {}};
  ObjectBuilder builder(nesting);
  const bool whole = nlohmann::json::sax_parse(*tame, &builder);
  return builder.take(whole);
}

}  // namespace senkoi::server::json
