// How many letters may be asked for to one mailbox (M1.3, M2.1; reliability 13). Whoever knows an address can ask, so
// the limits must bound what a stranger sends there, and leave the owner's way in open.
//
// An hour, of one kind: five asked for by one customer of the network (an address of IPv4, a /48 of IPv6), twelve from
// everywhere; and beyond both one for each subject (the field of a registration). So a request is refused only where a
// letter that serves as well went to that mailbox within the hour: its owner finds a link there. Who shows that the
// mailbox is theirs, by the session of an account with that address or by a link that a letter of the last day brought
// there, has six of their own, which nobody else can use up.
#pragma once

#include <string_view>

#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"

namespace senkoi::server::handlers {

enum class LetterAsked : std::uint8_t { registration, recovery, staffRecovery, invitation };

// Whether the request comes from the mailbox's owner; `token` is of a link or empty.
bool ownsMailbox(const RequestContext&, const Services&, LetterAsked, std::string_view mail, std::string_view token);

// 0 = one more letter may go; else the seconds to wait. `subject` tells letters of a kind apart that do not stand for
// one another.
unsigned waitToWrite(const RequestContext&, Services&, LetterAsked, std::string_view subject, std::string_view mail,
                     bool owner);

}  // namespace senkoi::server::handlers
