// Writes JSON, as much as the emitter needs: objects, arrays, strings, numbers. Text is UTF-8 and trusted (core's own
// words). Not thread-safe; cannot fail.
#pragma once

#include <string>
#include <string_view>

namespace senkoi::describe {

class Json {
 public:
  /// Writes "key": { … } or { … } where the key is empty; the members are written by `body`.
  template <class Body>
  void object(std::string_view key, Body body) {
    enclosed(key, '{', '}', body);
  }

  template <class Body>
  void array(std::string_view key, Body body) {
    enclosed(key, '[', ']', body);
  }

  void text(std::string_view key, std::string_view value) {
    begin(key);
    quote(value);
  }

  void number(std::string_view key, unsigned long value) {
    begin(key);
    out += std::to_string(value);
  }

  void boolean(std::string_view key, bool value) {
    begin(key);
    out += value ? "true" : "false";
  }

  std::string const& written() const { return out; }

 private:
  template <class Body>
  void enclosed(std::string_view key, char open, char close, Body body) {
    begin(key);
    out += open;
    first = true;
    body();
    out += close;
    first = false;
  }

  void begin(std::string_view key) {
    if (!first) out += ',';
    first = false;
    if (key.empty()) return;
    quote(key);
    out += ':';
  }

  void quote(std::string_view value) {
    out += '"';
    for (char const unit : value) {
      if (unit == '"' || unit == '\\') out += '\\';
      out += unit;
    }
    out += '"';
  }

  std::string out;
  bool first = true;
};

}  // namespace senkoi::describe
