// From a request to its answer: finds the route, asks who may (origin, type, rate, session), calls the handler, and
// turns whatever it throws into a problem. One a server, on the HTTP thread; outlives every connection.
#pragma once

#include "server/api/router.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/http/origins.hpp"
#include "server/http/request_handler.hpp"
#include "server/http/static_files.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server {

class Dispatch {
 public:
  Dispatch(Services& services, const Router& router, const http::Origins& origins, const http::StaticFiles& site)
      : app_(services), router_(router), origins_(origins), site_(site) {}

  // Neither these nor what they give to await throw.
  std::size_t bodyLimit(const http::Request& head) const;
  http::Answer answer(http::Request& request);
  http::Response refuse(const http::Request& request, Code code) const;

  http::RequestHandler requestHandler();

 private:
  using Kind = http::Origins::Kind;

  http::Answer api(const http::Request& request, const Router::Match& match);
  http::Response page(const http::Request& request) const;
  http::Response options(const http::Request& request, const Resource& resource) const;
  void admit(const http::Request& request, const Route& route) const;
  bool needsSession(const Route& route) const;
  bool hasStaffSession(const http::Request& head) const;
  bool ownPage(const http::Request& request) const;
  std::optional<Caller> callerOf(const http::Request& request, const Route& route) const;
  std::optional<StaffCaller> staffCallerOf(const http::Request& request, const Route& route) const;
  Async<http::Response> await(WaitingHandler handler, RequestContext context, const Route& route);
  http::Response failed(const http::Request& request, std::exception_ptr failure) const;
  http::Response broken(const http::Request& request, const json::ApiError& refusal, std::string_view event,
                        std::string why) const;
  http::Response finish(http::Response response, const http::Request& request, const Route& route) const;

  Services& app_;
  const Router& router_;
  const http::Origins& origins_;
  const http::StaticFiles& site_;
};

}  // namespace senkoi::server
