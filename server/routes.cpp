#include "server/routes.hpp"

#include <array>

#include "server/handlers/handlers.hpp"

namespace senkoi::server {
namespace {

using enum Audience;
using http::Method;

constexpr auto get = Method::get, post = Method::post, put = Method::put, remove = Method::remove;

constexpr std::size_t small = 64 * 1024;       // body
constexpr std::size_t form = 2 * 1024 * 1024;  // a form of a megabyte is read, and told what is too long
constexpr RateLimit free{0};
constexpr RateLimit people{240};  // what a person may do in a minute, and a hospital behind one address
constexpr RateLimit letters{30};  // each may send a letter
constexpr RateLimit secrets{60};  // each may try a token or a password

// verb, path, who may, calls a minute for one address, largest body, handler
constexpr std::array table{
    // public
    Route{get, "/api/v1/season", everyone, free, small, handlers::season},
    Route{get, "/api/v1/catalogue/{field}", everyone, free, small, handlers::catalogue},
    Route{get, "/api/v1/figures/{field}", everyone, free, small, handlers::figures},
    Route{get, "/api/v1/programs", everyone, free, small, handlers::searchPrograms},
    Route{get, "/api/v1/programs/{id}", everyone, free, small, handlers::program},
    Route{get, "/api/v1/notices", everyone, free, small, handlers::notices},
    Route{get, "/api/v1/health", everyone, free, small, handlers::health},
    // registration
    Route{post, "/api/v1/mail-addresses", everyone, letters, form, handlers::enterMailAddress},
    Route{post, "/api/v1/registrations/open", everyone, secrets, small, handlers::openRegistration},
    Route{post, "/api/v1/registrations/check", everyone, people, form, handlers::checkRegistration},
    Route{post, "/api/v1/registrations", everyone, secrets, form, handlers::registerApplicant},
    // log-in and recovery
    Route{post, "/api/v1/recoveries", everyone, letters, form, handlers::requestRecovery},
    Route{post, "/api/v1/passwords", everyone, secrets, form, handlers::resetPassword},
    Route{post, "/api/v1/sessions", everyone, people, form, handlers::logIn},
    Route{remove, "/api/v1/sessions/current", everyone, people, small, handlers::logOut},
    // the applicant's own
    Route{get, "/api/v1/me", applicant, free, small, handlers::me},
    Route{put, "/api/v1/me", applicant, people, form, handlers::changeUserData},
    Route{remove, "/api/v1/me", applicant, people, small, handlers::deleteAccount},
    Route{put, "/api/v1/me/password", applicant, secrets, form, handlers::changePassword},
    Route{post, "/api/v1/me/applications", applicant, people, small, handlers::apply},
    Route{post, "/api/v1/me/applications/{id}/withdrawal", applicant, people, small, handlers::withdraw},
    Route{post, "/api/v1/me/applications/{id}/switch", applicant, people, small, handlers::switchProgram},
    // the demo's alone
    Route{get, "/api/v1/demo", demo, free, small, handlers::stage},
    Route{post, "/api/v1/demo/clock", demo, free, small, handlers::moveClock},
    Route{get, "/api/v1/demo/mails", demo, free, small, handlers::demoLetters},
    Route{get, "/api/v1/demo/mails/{id}", demo, free, small, handlers::demoLetter},
};

}  // namespace

std::span<const Route> routes() {
  return table;
}

}  // namespace senkoi::server
