// Notices with their publication time (S3, S4).
#include "server/operations/office_store.hpp"

namespace senkoi::server::store {
namespace {

// A society has those of its field alone; the board's are the board's.
constexpr std::string_view ownNotice = "SELECT 1 FROM notice WHERE id = $1 AND ($2 IS NULL OR field = $2)";

std::string audienceOf(const Notice& notice) {
  return notice.field ? "field " + std::to_string(number(*notice.field)) : std::string("all");
}

}  // namespace

std::vector<Notice> OfficeStore::notices(Scope scope) {
  std::vector<Notice> all = whole_.notices();
  if (scope) std::erase_if(all, [&](const Notice& notice) { return notice.field != scope; });
  return all;
}

std::int64_t OfficeStore::createNotice(const Notice& notice, Instant now, const Actor& actor) {
  const std::int64_t id = database().insert(
      "INSERT INTO notice (field, published_at, title_ja, title_en, body_ja, body_en) VALUES ($1, $2, $3, $4, $5, $6)"
      " RETURNING id",
      notice.field, notice.publishedAt, notice.titleJa, notice.titleEn, notice.bodyJa, notice.bodyEn);
  whole_.appendAudit(now, actor, "notice_created", std::to_string(id), audienceOf(notice));
  return id;
}

Code OfficeStore::changeNotice(Scope scope, const Notice& notice, Instant now, const Actor& actor) {
  if (!database().number(ownNotice, notice.id, scope)) return Code::notFound;
  database().run(
      "UPDATE notice SET field = $2, published_at = $3, title_ja = $4, title_en = $5, body_ja = $6, body_en = $7"
      " WHERE id = $1",
      notice.id, notice.field, notice.publishedAt, notice.titleJa, notice.titleEn, notice.bodyJa, notice.bodyEn);
  whole_.appendAudit(now, actor, "notice_changed", std::to_string(notice.id), audienceOf(notice));
  return Code::ok;
}

Code OfficeStore::removeNotice(Scope scope, std::int64_t id, Instant now, const Actor& actor) {
  if (!database().number(ownNotice, id, scope)) return Code::notFound;
  database().run("DELETE FROM notice WHERE id = $1", id);
  whole_.appendAudit(now, actor, "notice_removed", std::to_string(id));
  return Code::ok;
}

}  // namespace senkoi::server::store
