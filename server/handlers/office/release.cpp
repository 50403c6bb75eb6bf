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

json::Json releaseJson(const store::Release& release, const workflow::Round& round, const Call& call) {
  const std::int64_t caller = call.staffCaller->staff.id;
  json::Json approvals = json::Json::array(), letters = json::Json::array();
  for (const auto& one : release.approvals)
    approvals.push_back({{"name", one.name}, {"at", one.at}, {"mine", one.staff == caller}});
  for (const auto& one : release.letters) letters.push_back({{"language", tag(one.language)}, {"count", one.count}});
  const Code may = workflow::mayRelease(round, release.approvedBy(caller), call.now());
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

int roundOfPath(const Call& call) {
  return static_cast<int>(std::min<std::int64_t>(idOf(call), 99));
}

Async<http::Response> releaseTold(const Call& call, App& app) {
  const int number = roundOfPath(call);
  const workflow::Round* const known = findRound(app.snapshot.season(), number);
  if (known == nullptr) throw json::Refusal{Code::notFound};
  const workflow::Round round = *known;
  co_return co_await app.readers.run([&](store::Store& reader) {
    const auto release = reader.offices().release(number);
    if (!release) throw json::Refusal{Code::notFound};
    return json::answer(200, {{"release", releaseJson(*release, round, call)}});
  });
}

}  // namespace

Async<http::Response> releaseOfRound(Call& call, App& app) {
  return releaseTold(call, app);
}

Async<http::Response> approveRelease(Call& call, App& app) {
  refuseBody(call);
  const int round = roundOfPath(call);
  const std::int64_t staff = call.staffCaller->staff.id;
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().approveRelease(round, staff, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_await showAtOnce(app);
  const auto isOut = [&](store::Store& reader) {
    const auto release = reader.offices().release(round);
    return release && release->released;
  };
  if (app.tellAuditHead && co_await app.readers.run(isOut)) app.tellAuditHead("results released");
  co_return co_await releaseTold(call, app);
}

}  // namespace senkoi::server::handlers
