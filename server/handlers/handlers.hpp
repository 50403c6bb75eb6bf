// Every endpoint as a free function, a file for each of what they are about. A handler knows no socket and no SQL; it
// refuses by throwing a json::ApiError. Which path and whose it is stands in server/api/routes.cpp. All run on the HTTP
// thread.
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

// public
http::Response season(RequestContext&, Services&);
http::Response catalogue(RequestContext&, Services&);
http::Response figures(RequestContext&, Services&);
http::Response searchPrograms(RequestContext&, Services&);
http::Response program(RequestContext&, Services&);
http::Response notices(RequestContext&, Services&);
http::Response health(RequestContext&, Services&);
Async<http::Response> ready(RequestContext&, Services&);

// registration (M2.1–M2.5)
Async<http::Response> enterMailAddress(RequestContext&, Services&);
Async<http::Response> openRegistration(RequestContext&, Services&);
http::Response checkRegistration(RequestContext&, Services&);
Async<http::Response> registerApplicant(RequestContext&, Services&);

// log-in and recovery (M1.3, M3.1, M3.2)
Async<http::Response> requestRecovery(RequestContext&, Services&);
Async<http::Response> openRecovery(RequestContext&, Services&);
Async<http::Response> resetPassword(RequestContext&, Services&);
Async<http::Response> logIn(RequestContext&, Services&);
Async<http::Response> logOut(RequestContext&, Services&);

// the applicant's own (M3.1, M6)
http::Response me(RequestContext&, Services&);
Async<http::Response> changeUserData(RequestContext&, Services&);
Async<http::Response> changePassword(RequestContext&, Services&);
Async<http::Response> deleteAccount(RequestContext&, Services&);

// application (M3.5, M4.1, M5.3)
Async<http::Response> apply(RequestContext&, Services&);
Async<http::Response> withdraw(RequestContext&, Services&);
Async<http::Response> switchProgram(RequestContext&, Services&);

// the demo's alone
http::Response stage(RequestContext&, Services&);
Async<http::Response> moveClock(RequestContext&, Services&);
http::Response demoLetters(RequestContext&, Services&);
http::Response demoLetter(RequestContext&, Services&);

}  // namespace senkoi::server::handlers
