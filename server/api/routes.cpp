#include "server/api/routes.hpp"

#include <array>

#include "server/handlers/director/director.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/staff/access.hpp"

namespace senkoi::server {
namespace {

using enum RequiredRole;
using http::Method;

constexpr auto get = Method::get, post = Method::post, put = Method::put, remove = Method::remove;

// Bodies, each some times as large as the longest form that it is for (routes_bodies_test).
constexpr BodyRule small{8 * 1024};  // a token, a number, nothing
constexpr BodyRule form{64 * 1024};
constexpr BodyRule notice{256 * 1024};                               // two long texts
constexpr BodyRule programList{64 * 1024, json::Nesting::nested};    // of one person
constexpr BodyRule roundList{256 * 1024, json::Nesting::nested};     // a season with its closed cells
constexpr BodyRule kindList{256 * 1024, json::Nesting::nested};      // with their sentences in both languages
constexpr BodyRule decisionList{768 * 1024, json::Nesting::nested};  // 500 with their reasons
// A hundred thousand rows (server/csv), read beside the HTTP thread.
constexpr BodyRule table{32 * 1024 * 1024, json::Nesting::flat, Content::csv};
constexpr RateLimit free{0};
constexpr RateLimit people{240};  // what a person may do in a minute, and a hospital behind one address
constexpr RateLimit letters{30};  // each may send a letter
constexpr RateLimit keys{1200};   // a decision a key, by all directors of a hospital at once
constexpr RateLimit secrets{60};  // each may try a token or a password
constexpr RateLimit aSite{300};   // letters that all visitors of one society's page may ask for

// verb, path, who may, calls a minute for one address, body, handler, calls a minute from a society's page
constexpr std::array list{
    // public
    Route{get, "/api/v1/season", everyone, free, small, handlers::season},
    Route{get, "/api/v1/catalogue/{field}", everyone, free, small, handlers::catalogue},
    Route{get, "/api/v1/figures/{field}", everyone, free, small, handlers::figures},
    Route{get, "/api/v1/programs", everyone, free, small, handlers::searchPrograms},
    Route{get, "/api/v1/programs/{id}", everyone, free, small, handlers::program},
    Route{get, "/api/v1/notices", everyone, free, small, handlers::notices},
    Route{get, "/api/v1/health", everyone, free, small, handlers::health},
    Route{get, "/api/v1/ready", everyone, free, small, handlers::ready},
    // registration
    Route{post, "/api/v1/mail-addresses", everyone, letters, form, handlers::enterMailAddress, aSite},
    Route{post, "/api/v1/registrations/open", everyone, secrets, small, handlers::openRegistration},
    Route{post, "/api/v1/registrations/check", everyone, people, form, handlers::checkRegistration},
    Route{post, "/api/v1/registrations", everyone, secrets, form, handlers::registerApplicant},
    // log-in and recovery
    Route{post, "/api/v1/recoveries", everyone, letters, form, handlers::requestRecovery},
    Route{post, "/api/v1/recoveries/open", everyone, secrets, small, handlers::openRecovery},
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
    // staff: coming in, and who works here
    Route{post, "/api/v1/staff/sessions", everyone, people, form, handlers::staffLogIn},
    Route{remove, "/api/v1/staff/sessions/current", everyone, people, small, handlers::staffLogOut},
    Route{post, "/api/v1/staff/recoveries", everyone, letters, form, handlers::requestStaffRecovery},
    Route{post, "/api/v1/staff/invitations/open", everyone, secrets, small, handlers::openInvitation},
    Route{post, "/api/v1/staff/invitations/join", everyone, secrets, form, handlers::joinStaff},
    Route{get, "/api/v1/staff/me", staff, free, small, handlers::staffMe},
    Route{get, "/api/v1/staff/people", office, free, small, handlers::people},
    Route{post, "/api/v1/staff/people", office, people, programList, handlers::invitePerson},
    Route{put, "/api/v1/staff/people/{id}", office, people, programList, handlers::changePerson},
    Route{remove, "/api/v1/staff/people/{id}", office, people, small, handlers::closePerson},
    Route{post, "/api/v1/staff/people/{id}/invitation", office, people, small, handlers::invitePersonAgain},
    // directors: who applied, and what becomes of it
    Route{get, "/api/v1/staff/candidates", director, free, small, handlers::candidates},
    Route{get, "/api/v1/staff/candidates.csv", director, free, small, handlers::candidatesCsv},
    Route{post, "/api/v1/staff/decisions", director, keys, decisionList, handlers::decide},
    Route{post, "/api/v1/staff/candidates/{id}/decline", director, people, small, handlers::decline},
    Route{put, "/api/v1/staff/candidates/{id}/data", director, people, form, handlers::changeCandidateData},
    Route{get, "/api/v1/staff/seats/events", director, people, small, handlers::seatsEvents},
    // offices: programs, notices, letters, figures of their fields (S3, L4)
    Route{get, "/api/v1/staff/programs", office, free, small, handlers::officePrograms},
    Route{get, "/api/v1/staff/programs.csv", office, free, small, handlers::programsCsv},
    Route{post, "/api/v1/staff/programs", office, people, form, handlers::createProgram},
    Route{put, "/api/v1/staff/programs/{id}", office, people, form, handlers::changeProgram},
    Route{remove, "/api/v1/staff/programs/{id}", office, people, small, handlers::closeProgram},
    Route{post, "/api/v1/staff/programs/import", office, secrets, table, handlers::importPrograms},
    Route{get, "/api/v1/staff/offers.csv", office, free, small, handlers::offersCsv},
    Route{post, "/api/v1/staff/offers/import", office, secrets, table, handlers::importOffers},
    Route{get, "/api/v1/staff/imports/progress", office, free, small, handlers::importProgress},
    Route{get, "/api/v1/staff/notices", office, free, small, handlers::officeNotices},
    Route{post, "/api/v1/staff/notices", office, people, notice, handlers::createNotice},
    Route{put, "/api/v1/staff/notices/{id}", office, people, notice, handlers::changeNotice},
    Route{remove, "/api/v1/staff/notices/{id}", office, people, small, handlers::removeNotice},
    Route{get, "/api/v1/staff/letters", office, free, small, handlers::undeliveredLetters},
    Route{post, "/api/v1/staff/letters/retry", office, people, small, handlers::retryLetters},
    Route{post, "/api/v1/staff/letters/{id}/retry", office, people, small, handlers::retryLetter},
    Route{get, "/api/v1/staff/progress", office, free, small, handlers::progress},
    Route{get, "/api/v1/staff/statistics", office, free, small, handlers::statistics},
    Route{get, "/api/v1/staff/statistics.csv", office, free, small, handlers::statisticsCsv},
    // the board: season, ceilings, release, regional quotas, audit log (S4, S5)
    Route{get, "/api/v1/staff/season", board, free, small, handlers::officeSeason},
    Route{put, "/api/v1/staff/season", board, people, roundList, handlers::changeSeason},
    Route{post, "/api/v1/staff/season", board, people, roundList, handlers::beginSeason},
    Route{get, "/api/v1/staff/ceilings", board, free, small, handlers::ceilings},
    Route{put, "/api/v1/staff/ceilings/{cell}", board, people, form, handlers::publishCeiling},
    Route{post, "/api/v1/staff/ceilings/proposals", board, people, small, handlers::publishProposals},
    Route{post, "/api/v1/staff/ceilings/import", board, secrets, table, handlers::importPastAdoptions},
    Route{get, "/api/v1/staff/kinds", board, free, small, handlers::officeKinds},
    Route{put, "/api/v1/staff/kinds", board, people, kindList, handlers::changeKinds},
    Route{get, "/api/v1/staff/limits", board, free, small, handlers::officeLimits},
    Route{get, "/api/v1/staff/limits.csv", board, free, small, handlers::limitsCsv},
    Route{post, "/api/v1/staff/limits/import", board, secrets, table, handlers::importLimits},
    Route{get, "/api/v1/staff/classes", board, people, small, handlers::classedApplicants},
    Route{put, "/api/v1/staff/classes/{user_id}", board, people, form, handlers::classifyApplicant},
    Route{get, "/api/v1/staff/release/{round}", board, free, small, handlers::releaseOfRound},
    Route{post, "/api/v1/staff/release/{round}", board, people, small, handlers::approveRelease},
    Route{remove, "/api/v1/staff/release/{round}", board, people, small, handlers::takeApprovalBack},
    Route{get, "/api/v1/staff/release/{round}/recipients.csv", board, people, small, handlers::recipientsCsv},
    Route{get, "/api/v1/staff/regional-quota", board, people, small, handlers::regionalQuota},
    Route{post, "/api/v1/staff/regional-quota/import", board, secrets, table, handlers::importRegionalQuota},
    Route{get, "/api/v1/staff/audit", board, people, small, handlers::auditEntries},
    // the demo's alone
    Route{get, "/api/v1/demo", demo, free, small, handlers::stage},
    Route{post, "/api/v1/demo/clock", demo, free, small, handlers::moveClock},
    Route{get, "/api/v1/demo/mails", demo, free, small, handlers::demoLetters},
    Route{get, "/api/v1/demo/mails/{id}", demo, free, small, handlers::demoLetter},
};

}  // namespace

std::span<const Route> routes() {
  return list;
}

}  // namespace senkoi::server
