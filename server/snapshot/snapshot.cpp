#include "server/snapshot/snapshot.hpp"

#include <sodium.h>

#include "server/base/log.hpp"
#include "server/snapshot/compression.hpp"
#include "server/snapshot/json_text.hpp"

namespace senkoi::server::snapshot {
namespace {

// Without English words the Japanese ones are shown.
void appendBilingual(std::string& json, std::string_view ja, std::string_view en) {
  json::appendText(json.append("{\"ja\":"), ja);
  json::appendText(json.append(",\"en\":"), en.empty() ? ja : en);
  json.push_back('}');
}

void appendNotice(std::string& json, const store::Notice& notice) {
  json::append(json.append("{\"id\":"), notice.id);
  json::append(json.append(",\"published_at\":"), notice.publishedAt);
  json.append(",\"from\":");
  if (notice.field) {
    json::appendText(json, digits(*notice.field));
  } else {
    json.append("\"board\"");
  }
  appendBilingual(json.append(",\"title\":"), notice.titleJa, notice.titleEn);
  appendBilingual(json.append(",\"body\":"), notice.bodyJa, notice.bodyEn);
  json.push_back('}');
}

}  // namespace

Snapshot::Snapshot(store::Store& reader, boost::asio::io_context& http, std::chrono::milliseconds retryAfter)
    : reader_(reader), retry_(http), retryAfter_(retryAfter), background_(http) {
  if (sodium_init() < 0) throw store::Failure("libsodium cannot start");
  reload();
}

void Snapshot::reload() {
  auto fresh = readWithoutCounts();
  for (const store::CountChange& change : reader_.liveCounts()) {
    if (const Place* const place = fresh->find(change.program))
      fresh->view(place->field).apply(place->index, change, 0);
  }
  contents_ = std::move(fresh);
  unplaced_.clear();
  packCatalogues();
}

void Snapshot::refresh() noexcept {
  try {
    renew();
    retry_.cancel();
  } catch (const std::exception& failure) {
    log::error("snapshot_not_refreshed", {{"why", failure.what()}});
    retryLater();
  }
}

void Snapshot::renew() {
  auto fresh = readWithoutCounts();
  auto counts = unplaced_;
  for (const auto& [id, place] : contents_->places) counts.emplace(id, view(place.field).tallies(place.index));
  for (const auto& [id, place] : fresh->places) {
    if (auto known = counts.extract(id)) fresh->view(place.field).setTallies(place.index, std::move(known.mapped()));
  }
  for (std::size_t i = 0; i < fresh->fields.size(); ++i) fresh->fields[i]->keepCatalogueOf(*contents_->fields[i]);
  contents_ = std::move(fresh);
  unplaced_ = std::move(counts);
  packCatalogues();
}

void Snapshot::retryLater() noexcept {
  retry_.expires_after(retryAfter_);
  retry_.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled) refresh();
  });
}

std::unique_ptr<Snapshot::Contents> Snapshot::readWithoutCounts() {
  auto fresh = std::make_unique<Contents>();
  fresh->season = reader_.season().value_or(workflow::Season{});
  fresh->notices = reader_.notices();
  for (unsigned field = 1; field <= fieldCount; ++field) {
    fresh->fields.push_back(std::make_unique<FieldView>(static_cast<Field>(field), fresh->season));
  }
  for (store::Program& program : reader_.programs()) {
    const Field field = program.field;
    const std::int64_t id = program.id;
    fresh->places.emplace(id, Place{field, fresh->view(field).add(std::move(program))});
  }
  for (const store::Ceiling& ceiling : reader_.ceilings()) {
    fresh->view(ceiling.field).setCeiling(ceiling.prefecture, ceiling.published);
  }
  return fresh;
}

// A program that the same commit has made comes with the next refresh: its applications are counted from the first.
void Snapshot::apply(const std::vector<store::CountChange>& changes, Instant now) {
  for (const store::CountChange& change : changes) {
    if (const Place* const place = find(change.program)) {
      view(place->field).apply(place->index, change, now);
      continue;
    }
    Tallies& tallies = unplaced_[change.program];
    if (change.from) tallies.add(change.round, *change.from, -1);
    if (change.to) tallies.add(change.round, *change.to, 1);
  }
}

// A field whose catalogue is the one before has been packed; one that was replaced while it waited is not packed at all.
void Snapshot::packCatalogues() {
  for (const auto& field : contents_->fields) {
    if (!field->catalogue()->beginPacking()) continue;
    const std::weak_ptr<CachedAnswer> answer = field->catalogue();
    background_.give([answer, body = field->catalogue()->body()]() -> std::function<void()> {
      if (answer.expired()) return [] {};
      return [answer, packed = brotli(*body)]() mutable {
        if (const auto kept = answer.lock()) kept->setBrotli(std::move(packed));
      };
    });
  }
}

const Snapshot::Place* Snapshot::Contents::find(std::int64_t program) const {
  const auto found = places.find(program);
  return found == places.end() ? nullptr : &found->second;
}

const store::Program* Snapshot::program(std::int64_t id) const {
  const Place* const place = find(id);
  return place == nullptr ? nullptr : &view(place->field).program(place->index);
}

workflow::Figures Snapshot::figuresOf(std::int64_t program, Instant now) const {
  const Place* const place = find(program);
  return place == nullptr ? workflow::Figures{} : view(place->field).figuresOf(place->index, now);
}

store::SeatsLeft Snapshot::seatsOf(std::int64_t program) const {
  const Place* const place = find(program);
  return place == nullptr ? store::SeatsLeft{} : view(place->field).seatsOf(place->index);
}

http::Response Snapshot::catalogue(Field field, const http::Request& request) {
  return view(field).catalogue()->response(request);
}

http::Response Snapshot::figures(Field field, const http::Request& request, Instant now) {
  return view(field).figures(now)->response(request);
}

http::Response Snapshot::search(const ProgramQuery& query, const http::Request& request, Instant now) {
  return view(query.field).search(query, now)->response(request);
}

std::optional<http::Response> Snapshot::program(std::int64_t id, const http::Request& request, Instant now) {
  const Place* const place = find(id);
  if (place == nullptr) return std::nullopt;
  return view(place->field).page(place->index, now)->response(request);
}

http::Response Snapshot::notices(std::optional<Field> field, const http::Request& request, Instant now) {
  std::string json = "{\"notices\":[";
  for (const store::Notice& notice : contents_->notices) {
    if (notice.publishedAt > now || (notice.field && notice.field != field)) continue;
    if (json.back() != '[') json.push_back(',');
    appendNotice(json, notice);
  }
  return CachedAnswer{json.append("]}"), "public, no-cache", 1}.response(request);
}

}  // namespace senkoi::server::snapshot
