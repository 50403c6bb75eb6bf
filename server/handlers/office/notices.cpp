// GET, POST /staff/notices; PUT, DELETE /staff/notices/{id} (S3, S4): with a publication time, before which nobody
// else sees them.
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using NoticeEntry = forms::NoticeEntry<std::string>;

json::Json noticeJson(const store::Notice& notice) {
  NoticeEntry entry;
  if (notice.field) entry.field = digits(*notice.field).view();
  entry.publishedAt = std::string_view(rules::momentText(notice.publishedAt));
  entry.titleJa = notice.titleJa;
  entry.titleEn = notice.titleEn;
  entry.bodyJa = notice.bodyJa;
  entry.bodyEn = notice.bodyEn;
  return {{"id", notice.id}, {"published_at", notice.publishedAt}, {"entry", json::valuesOf(entry)}};
}

// A society writes to its own field, whatever the entry says.
store::Notice takeNotice(const Call& call, App& app, std::int64_t id) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  auto submission = json::readForm<NoticeEntry>(body, context);
  json::requireAccepted(submission, context);
  const NoticeEntry& entry = submission.form;
  const auto field = scopeOf(call) ? scopeOf(call) : senkoi::fieldOf(entry.field);
  return {id, field, rules::Moment::read(entry.publishedAt), entry.titleJa, entry.titleEn, entry.bodyJa, entry.bodyEn};
}

}  // namespace

Async<http::Response> officeNotices(Call& call, App& app) {
  const store::Scope scope = scopeOf(call);
  co_return co_await app.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::Notice& notice : reader.offices().notices(scope)) list.push_back(noticeJson(notice));
    return json::answer(200, {{"notices", std::move(list)}});
  });
}

Async<http::Response> createNotice(Call& call, App& app) {
  store::Notice notice = takeNotice(call, app, 0);
  const store::Actor actor = call.actor();
  notice.id = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().createNotice(notice, call.now(), actor); });
  co_await showAtOnce(app);
  co_return json::answer(201, {{"notice", noticeJson(notice)}});
}

Async<http::Response> changeNotice(Call& call, App& app) {
  const store::Notice notice = takeNotice(call, app, idOf(call));
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().changeNotice(scope, notice, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_await showAtOnce(app);
  co_return json::answer(200, {{"notice", noticeJson(notice)}});
}

Async<http::Response> removeNotice(Call& call, App& app) {
  const std::int64_t id = idOf(call);
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().removeNotice(scope, id, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_await showAtOnce(app);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
