// Every endpoint as a free function, one file each. A handler knows no socket and no SQL; it refuses by throwing a
// json::Refusal. Which path and whose it is stands in server/api/routes.cpp. All run on the HTTP thread.
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/app.hpp"
#include "server/handlers/call.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

// public
http::Response season(Call&, App&);
http::Response catalogue(Call&, App&);
http::Response figures(Call&, App&);
http::Response searchPrograms(Call&, App&);
http::Response program(Call&, App&);
http::Response notices(Call&, App&);
http::Response health(Call&, App&);
Async<http::Response> ready(Call&, App&);

// registration (M2.1–M2.5)
Async<http::Response> enterMailAddress(Call&, App&);
Async<http::Response> openRegistration(Call&, App&);
http::Response checkRegistration(Call&, App&);
Async<http::Response> registerApplicant(Call&, App&);

// log-in and recovery (M1.3, M3.1, M3.2)
Async<http::Response> requestRecovery(Call&, App&);
Async<http::Response> openRecovery(Call&, App&);
Async<http::Response> resetPassword(Call&, App&);
Async<http::Response> logIn(Call&, App&);
Async<http::Response> logOut(Call&, App&);

// the applicant's own (M3.1, M6)
http::Response me(Call&, App&);
Async<http::Response> changeUserData(Call&, App&);
Async<http::Response> changePassword(Call&, App&);
Async<http::Response> deleteAccount(Call&, App&);

// application (M3.5, M4.1, M5.3)
Async<http::Response> apply(Call&, App&);
Async<http::Response> withdraw(Call&, App&);
Async<http::Response> switchProgram(Call&, App&);

// the demo's alone
http::Response stage(Call&, App&);
Async<http::Response> moveClock(Call&, App&);
http::Response demoLetters(Call&, App&);
http::Response demoLetter(Call&, App&);

}  // namespace senkoi::server::handlers
