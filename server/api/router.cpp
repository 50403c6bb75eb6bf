#include "server/api/router.hpp"

#include <algorithm>

namespace senkoi::server {
namespace {

constexpr std::array<std::pair<http::Method, std::string_view>, 4> listed{{{http::Method::get, "GET, HEAD"},
                                                                           {http::Method::post, "POST"},
                                                                           {http::Method::put, "PUT"},
                                                                           {http::Method::remove, "DELETE"}}};

std::string allowOf(const Resource& resource) {
  std::string allow;
  for (const auto& [method, name] : listed) {
    if (resource.route(method)) allow += std::string{name} + ", ";
  }
  return allow + "OPTIONS";
}

// What stands for {…}: one whole segment that isn't empty; empty where the path is another.
std::string_view parameterOf(std::string_view pattern, std::string_view path) {
  auto const prefix = pattern.substr(0, pattern.find('{'));
  auto const suffix = pattern.substr(pattern.find('}') + 1);
  if (path.size() <= prefix.size() + suffix.size() || !path.starts_with(prefix) || !path.ends_with(suffix)) return {};
  auto const segment = path.substr(prefix.size(), path.size() - prefix.size() - suffix.size());
  return segment.find('/') == std::string_view::npos ? segment : std::string_view{};
}

}  // namespace

const Route* Resource::route(http::Method method) const {
  if (method == http::Method::head) method = http::Method::get;
  return byMethod[static_cast<std::size_t>(method)];
}

Router::Router(std::span<const Route> routes, bool demo) {
  for (const auto& route : routes) {
    if (route.requiredRole == RequiredRole::demo && !demo) continue;
    auto found = std::ranges::find(resources_, route.path, &Resource::path);
    if (found == resources_.end()) found = resources_.insert(found, Resource{route.path, {}, {}});
    found->byMethod[static_cast<std::size_t>(route.method)] = &route;
  }
  for (auto& resource : resources_) {
    resource.allow = allowOf(resource);
    if (resource.path.find('{') == std::string_view::npos) {
      plain_.emplace(resource.path, &resource);
    } else {
      withParameter_.push_back(&resource);
    }
  }
}

Router::Match Router::find(std::string_view path) const {
  if (auto const found = plain_.find(path); found != plain_.end()) return {found->second, {}};
  for (auto const* const resource : withParameter_) {
    if (auto const parameter = parameterOf(resource->path, path); !parameter.empty()) return {resource, parameter};
  }
  return {};
}

}  // namespace senkoi::server
