// How staff come in, and who answers for whom (S1, S3, S4).
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::handlers {

Async<http::Response> staffLogIn(RequestContext&, Services&);
Async<http::Response> staffLogOut(RequestContext&, Services&);
http::Response staffMe(RequestContext&, Services&);
Async<http::Response> requestStaffRecovery(RequestContext&, Services&);
Async<http::Response> openInvitation(RequestContext&, Services&);
Async<http::Response> joinStaff(RequestContext&, Services&);

Async<http::Response> people(RequestContext&, Services&);
Async<http::Response> invitePerson(RequestContext&, Services&);
Async<http::Response> invitePersonAgain(RequestContext&, Services&);
Async<http::Response> changePerson(RequestContext&, Services&);
Async<http::Response> closePerson(RequestContext&, Services&);

}  // namespace senkoi::server::handlers
