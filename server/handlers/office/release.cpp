// GET, POST /staff/release/{id}: the dry run of a round's results, and one of the two approvals that let them out at
// their time (S4, M5.1).
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json releaseJson(const store::Release& release, const workflow::Round& round, const RequestContext& context) {
  const std::int64_t caller = context.staffCaller->staff.id;
  json::Json approvals = json::Json::array(), letters = json::Json::array();
  for (const auto& one : release.approvals)
    approvals.push_back({{"name", one.name}, {"at", one.at}, {"mine", one.staff == caller}});
  for (const auto& one : release.letters) letters.push_back({{"language", tag(one.language)}, {"count", one.count}});
  const Code may = workflow::mayRelease(round, release.approvedBy(caller), context.now());
  return {{"round", release.round},
          {"needed", release.needed},
          {"released", release.released},
          {"adoption_until", round.adoption.until},
          {"notification", round.notification},
          {"announced_at", json::orNull(release.announcedAt)},
          {"approvals", std::move(approvals)},
          {"applications",
           {{"adopted", release.adopted},
            {"rejected", release.rejected},
            {"held", release.held},
            {"undecided", release.undecided},
            {"declined", release.declined}}},
          {"letters", std::move(letters)},
          {"without_mail", release.withoutMail},
          {"may_approve", may == Code::ok ? json::Json() : json::Json(key(may))}};
}

int roundOfPath(const RequestContext& context) {
  return static_cast<int>(std::min<std::int64_t>(idOf(context), 99));
}

Async<http::Response> releaseTold(const RequestContext& context, Services& services) {
  const int number = roundOfPath(context);
  const workflow::Round* const known = findRound(services.snapshot.season(), number);
  if (known == nullptr) throw json::ApiError{Code::notFound};
  const workflow::Round round = *known;
  co_return co_await services.readers.run([&](store::Store& reader) {
    const auto release = reader.offices().release(number);
    if (!release) throw json::ApiError{Code::notFound};
    return json::answer(200, {{"release", releaseJson(*release, round, context)}});
  });
}

}  // namespace

Async<http::Response> releaseOfRound(RequestContext& context, Services& services) {
  return releaseTold(context, services);
}

Async<http::Response> approveRelease(RequestContext& context, Services& services) {
  refuseBody(context);
  const int round = roundOfPath(context);
  const std::int64_t staff = context.staffCaller->staff.id;
  const store::Actor actor = context.actor();
  bool isOut = false;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code approved = store.offices().approveRelease(round, staff, context.now(), actor);
    const auto release = store.offices().release(round);
    isOut = release && release->released;
    return approved;
  });
  if (code != Code::ok) throw json::ApiError{code};
  co_await showAtOnce(services);
  if (services.tellAuditHead && isOut) services.tellAuditHead("results released");
  co_return co_await releaseTold(context, services);
}

}  // namespace senkoi::server::handlers
