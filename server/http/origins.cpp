#include "server/http/origins.hpp"

#include <algorithm>

namespace senkoi::server::http {

Origins::Origins(const std::string& publicOrigin, std::span<const std::string> site, std::span<const std::string> embed)
    : site_(site.begin(), site.end()), embed_(embed.begin(), embed.end()) {
  constexpr std::string_view address = "http://127.0.0.1", name = "http://localhost";
  site_.push_back(publicOrigin);
  if (publicOrigin.starts_with(address)) site_.push_back(std::string{name} + publicOrigin.substr(address.size()));
  if (publicOrigin.starts_with(name)) site_.push_back(std::string{address} + publicOrigin.substr(name.size()));
}

Origins::Kind Origins::of(std::string_view origin) const {
  if (origin.empty()) return Kind::none;
  if (std::ranges::find(site_, origin) != site_.end()) return Kind::site;
  if (std::ranges::find(embed_, origin) != embed_.end()) return Kind::embed;
  return Kind::stranger;
}

}  // namespace senkoi::server::http
