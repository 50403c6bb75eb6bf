// The doors that the table of routes names, as the walks over it knock at them.
#pragma once

#include "server/api/routes.hpp"
#include "tests/server/house.hpp"

namespace senkoi::tests {

using server::RequiredRole;
using server::http::Method;

inline const char* nameOf(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    default:
      return "DELETE";
  }
}

inline std::string filled(std::string_view path, const std::string& value) {
  std::string target(path);
  const auto open = target.find('{');
  return open == std::string::npos ? target : target.replace(open, target.find('}') - open + 1, value);
}

inline Ask knock(const server::Route& route, const std::string& value, const std::string& cookie) {
  const bool brings = route.method == Method::post || route.method == Method::put;
  Ask ask{nameOf(route.method), filled(route.path, value), brings ? "{}" : "", cookie};
  if (route.body.content == server::Content::csv) ask.headers["content-type"] = "text/csv";
  return ask;
}

inline bool isForStaff(RequiredRole audience) {
  return audience != RequiredRole::everyone && audience != RequiredRole::applicant && audience != RequiredRole::demo;
}

}  // namespace senkoi::tests
