// How staff come in, and who answers for whom (S1, S3, S4): one file each, as in server/handlers/handlers.hpp.
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/app.hpp"
#include "server/handlers/call.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

Async<http::Response> staffLogIn(Call&, App&);
Async<http::Response> staffLogOut(Call&, App&);
http::Response staffMe(Call&, App&);
Async<http::Response> requestStaffRecovery(Call&, App&);
Async<http::Response> openInvitation(Call&, App&);
Async<http::Response> joinStaff(Call&, App&);

Async<http::Response> people(Call&, App&);
Async<http::Response> invitePerson(Call&, App&);
Async<http::Response> invitePersonAgain(Call&, App&);
Async<http::Response> changePerson(Call&, App&);
Async<http::Response> closePerson(Call&, App&);

}  // namespace senkoi::server::handlers
