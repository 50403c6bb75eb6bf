#include "server/snapshot/snapshot.hpp"

#include <sodium.h>

#include <utility>

#include "server/base/log.hpp"
#include "server/operations/seat_store.hpp"
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

using Offers = std::unordered_map<std::int64_t, std::vector<store::ProgramOffer>>;

Offers offersByProgram(store::Store& reader) {
  Offers offers;
  for (store::ProgramOffer& offer : reader.seats().offers()) offers[offer.program].push_back(std::move(offer));
  return offers;
}

}  // namespace

Snapshot::Snapshot(store::Store& reader, boost::asio::io_context& http, std::chrono::milliseconds retryAfter)
    : reader_(reader), retry_(http), retryAfter_(retryAfter), tasks_(http) {
  if (sodium_init() < 0) throw store::Failure("libsodium cannot start");
  reload();
}

void Snapshot::reload() {
  auto fresh = read(reader_);
  for (const store::CountChange& change : reader_.liveCounts()) {
    if (const Place* const place = fresh->find(change.program))
      fresh->view(place->field).apply(place->index, change, 0);
  }
  latest_ = ++begun_;
  contents_ = std::move(fresh);
  unplaced_.clear();
  packCatalogues();
}

void Snapshot::refresh() noexcept {
  const std::uint64_t reading = beginReading();
  try {
    put(reading, read(reader_));
  } catch (const std::exception& failure) {
    failed_ = reading;
    log::error("snapshot_not_refreshed", {{"why", failure.what()}});
    retryLater();
  }
}

// The counts that the commits have made so far go along; what few programs have any is all that this costs.
void Snapshot::put(std::uint64_t reading, Reading fresh) {
  if (reading < latest_) return drop(std::move(fresh));
  latest_ = reading;
  if (reading > failed_) retry_.cancel();  // an older one shows less than the retry will
  auto counts = std::exchange(unplaced_, {});
  for (const auto& field : contents_->fields) {
    field->forEachTallied([&](std::int64_t program, const Tallies& tallies) { counts[program].add(tallies); });
  }
  for (auto& [program, tallies] : counts) {
    if (const Place* const place = fresh->find(program)) {
      fresh->view(place->field).setTallies(place->index, std::move(tallies));
    } else {
      unplaced_.emplace(program, std::move(tallies));
    }
  }
  for (std::size_t i = 0; i < fresh->fields.size(); ++i) fresh->fields[i]->keepCatalogueOf(*contents_->fields[i]);
  drop(std::exchange(contents_, std::move(fresh)));
  packCatalogues();
}

// A hundred thousand programs take their time to free; their catalogues go at once, so that nobody packs them.
void Snapshot::drop(Reading contents) {
  for (const auto& field : contents->fields) field->forgetCatalogue();
  tasks_.giveFirst([old = std::shared_ptr<Contents>(std::move(contents))]() mutable -> std::function<void()> {
    old.reset();
    return [] {};
  });
}

void Snapshot::retryLater() noexcept {
  retry_.expires_after(retryAfter_);
  retry_.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled) refresh();
  });
}

Snapshot::Reading Snapshot::read(store::Store& reader) {
  auto fresh = std::make_unique<Contents>();
  fresh->season = reader.season().value_or(workflow::Season{});
  fresh->notices = reader.notices();
  for (unsigned field = 1; field <= fieldCount; ++field) {
    fresh->fields.push_back(std::make_unique<FieldView>(static_cast<Field>(field), fresh->season));
  }
  fresh->seats = reader.seats().read();
  const bool kinds = !fresh->seats.kinds.empty();
  auto offers = kinds ? offersByProgram(reader) : Offers{};
  for (store::Program& program : reader.programs()) {
    const Field field = program.field;
    const std::int64_t id = program.id;
    auto offered = kinds ? std::move(offers[id]) : std::vector<store::ProgramOffer>{};
    if (kinds && offered.empty()) offered.push_back({id, std::string(rules::ordinaryKind), program.capacity});
    fresh->places.emplace(id, Place{field, fresh->view(field).add(std::move(program), std::move(offered))});
  }
  for (const store::Ceiling& ceiling : reader.ceilings()) {
    fresh->view(ceiling.field).setCeiling(ceiling.prefecture, ceiling.published);
  }
  if (kinds) {
    for (store::CellLimits& cell : reader.seats().limits())
      fresh->view(cell.field).setLimits(cell.prefecture, rules::LimitTree(std::move(cell.nodes)));
  }
  for (const auto& field : fresh->fields) field->catalogue();
  return fresh;
}

// A program that the same commit has made comes with the next refresh: its applications are counted from the first.
void Snapshot::apply(const std::vector<store::CountChange>& changes, Instant now) {
  for (const store::CountChange& change : changes) {
    if (const Place* const place = find(change.program)) {
      view(place->field).apply(place->index, change, now);
      continue;
    }
    unplaced_[change.program].apply(change);
  }
}

// A field whose catalogue is the one before has been packed; one that was replaced while it waited is not packed at
// all.
void Snapshot::packCatalogues() {
  for (const auto& field : contents_->fields) {
    if (!field->catalogue()->beginPacking()) continue;
    const std::weak_ptr<CachedAnswer> answer = field->catalogue();
    const int level = field->catalogue()->gzipLevel();
    tasks_.give([answer, level, body = field->catalogue()->body()]() -> std::function<void()> {
      if (answer.expired()) return [] {};
      return [answer, gzipped = gzip(*body, level), dense = brotli(*body)]() mutable {
        if (const auto kept = answer.lock()) kept->setPacked(std::move(gzipped), std::move(dense));
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
