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
  entry.publishedAt = std::string_view(rules::localDateTimeText(notice.publishedAt));
  entry.titleJa = notice.titleJa;
  entry.titleEn = notice.titleEn;
  entry.bodyJa = notice.bodyJa;
  entry.bodyEn = notice.bodyEn;
  return {{"id", notice.id}, {"published_at", notice.publishedAt}, {"entry", json::valuesOf(entry)}};
}

// A society writes to its own field, whatever the entry says.
store::Notice takeNotice(const RequestContext& context, Services& services, std::int64_t id) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  auto submission = json::readForm<NoticeEntry>(body, formContext);
  json::requireAccepted(submission, formContext);
  const NoticeEntry& entry = submission.form;
  const auto field = scopeOf(context) ? scopeOf(context) : senkoi::fieldOf(entry.field);
  return {id,           field,       rules::LocalDateTime::read(entry.publishedAt), entry.titleJa, entry.titleEn,
          entry.bodyJa, entry.bodyEn};
}

}  // namespace

Async<http::Response> officeNotices(RequestContext& context, Services& services) {
  const store::Scope scope = scopeOf(context);
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::Notice& notice : reader.offices().notices(scope)) list.push_back(noticeJson(notice));
    return json::answer(200, {{"notices", std::move(list)}});
  });
}

Async<http::Response> createNotice(RequestContext& context, Services& services) {
  store::Notice notice = takeNotice(context, services, 0);
  const store::Actor actor = context.actor();
  notice.id = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().createNotice(notice, context.now(), actor); });
  co_await showAtOnce(services);
  co_return json::answer(201, {{"notice", noticeJson(notice)}});
}

Async<http::Response> changeNotice(RequestContext& context, Services& services) {
  const store::Notice notice = takeNotice(context, services, idOf(context));
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().changeNotice(scope, notice, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_await showAtOnce(services);
  co_return json::answer(200, {{"notice", noticeJson(notice)}});
}

Async<http::Response> removeNotice(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().removeNotice(scope, id, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_await showAtOnce(services);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
