// Whom a page of ours shows, as it says with each write: the person of its session.
#pragma once

#include <string>

#include "server/base/configuration.hpp"
#include "server/http/message.hpp"
#include "server/operations/store.hpp"

namespace senkoi::tests {

// Empty where the request's session is none.
std::string shownPerson(server::store::Store& reader, const server::Configuration&, const server::http::Request&);

}  // namespace senkoi::tests
