// The request target: splitting, checking, percent-decoding (RFC 3986, RFC 9112 3.2). Pure functions; nothing means
// refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace senkoi::server::http {

struct Target {
  std::string_view path;   // begins with '/', or "*" for OPTIONS
  std::string_view query;  // without '?'
};

// Accepts origin-form, "*", and absolute-form whose authority is the Host header's. Refuses fragments, anything that is
// not visible ASCII, broken percent-encoding and %00.
std::optional<Target> splitTarget(std::string_view target, std::string_view host);

// host [":" port] of visible, harmless characters.
bool isHost(std::string_view text);

// Percent-decoding; nothing where an escape is broken. '+' stays '+'.
std::optional<std::string> decode(std::string_view text);

// Value of the first parameter of that name, decoded as a browser encodes forms ('+' is a space). Nothing where missing
// or broken.
std::optional<std::string> queryValue(std::string_view query, std::string_view name);

}  // namespace senkoi::server::http
