// Finds the route of a path. Built once from the table of routes; immutable, without regular expressions.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/api/routes.hpp"

namespace senkoi::server {

// Everything at one path.
struct Resource {
  std::string_view path;                   // as in the table, with its {…}
  std::array<const Route*, 7> byMethod{};  // null where the method isn't there
  std::string allow;                       // "GET, HEAD, OPTIONS"

  // HEAD is GET without the body.
  const Route* route(http::Method method) const;
};

class Router {
 public:
  struct Match {
    const Resource* resource = nullptr;  // null: nothing at this path
    std::string_view parameter;          // what stands for {…}
  };

  // Without `demo` its routes aren't there at all: production answers as if nobody had thought of them.
  Router(std::span<const Route> routes, bool demo);
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  Match find(std::string_view path) const;

 private:
  std::vector<Resource> resources_;
  std::unordered_map<std::string_view, const Resource*> plain_;
  std::vector<const Resource*> withParameter_;
};

}  // namespace senkoi::server
