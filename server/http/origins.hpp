// Whose pages may call the API (reliability 19, R2, R3): the site's own origins with their session, societies' pages
// for public reads and the mail address of a newcomer, anybody else without being heard. Immutable, thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace senkoi::server::http {

class Origins {
 public:
  enum class Kind { none, site, embed, stranger };

  // A public origin on the loopback goes by both its names, 127.0.0.1 and localhost.
  Origins(const std::string& publicOrigin, std::span<const std::string> site, std::span<const std::string> embed);

  // `origin` as the browser wrote it; empty is none.
  Kind of(std::string_view origin) const;

 private:
  std::vector<std::string> site_, embed_;
};

}  // namespace senkoi::server::http
