#include "server/live/seat_broadcaster.hpp"

#include <algorithm>

#include "server/live/seats_json.hpp"

namespace senkoi::server::live {
namespace {

constexpr auto gathering = std::chrono::milliseconds(100);
constexpr std::string_view firstWords = "retry: 3000\n";  // milliseconds until the page comes back

bool touchesSeats(const store::CountChange& change) {
  return change.from == workflow::State::adopted || change.to == workflow::State::adopted;
}

// What somebody decided or took back; a new application is none.
bool isDecision(const store::CountChange& change) {
  return change.from.has_value() && change.to.has_value();
}

}  // namespace

// One page that listens. Everything it says is the whole state, so a page that comes back has missed nothing.
class SeatsStream final : public http::EventStream {
 public:
  SeatsStream(const snapshot::Snapshot& snapshot, std::int64_t staff, std::vector<std::int64_t> programs,
              std::function<bool()> lives)
      : snapshot_(snapshot), staff_(staff), programs_(std::move(programs)), lives_(std::move(lives)) {
    for (const std::int64_t id : programs_) fields_.push_back(fieldOf(id));
  }

  std::optional<std::string> take() override {
    if (ended_ || !lives_() || haveMoved()) return std::nullopt;
    if (!std::exchange(dirty_, false)) return std::string{};
    std::string event = said_ ? std::string{} : std::string{firstWords};
    said_ = true;
    return event.append("event: seats\ndata: ").append(state()).append("\n\n");
  }

  bool isOf(std::int64_t staff) const { return staff_ == staff && !ended_; }
  bool isIn(Field field, Prefecture prefecture) const {
    return std::ranges::any_of(programs_, [&](std::int64_t id) {
      const store::Program* const program = snapshot_.program(id);
      return program != nullptr && program->field == field && program->prefecture == prefecture;
    });
  }
  void mark() { dirty_ = true; }
  void countDecision(std::int64_t program) {
    const auto found = std::ranges::find(programs_, program);
    if (found == programs_.end()) return;
    ++decisions_[static_cast<std::size_t>(found - programs_.begin())];
    dirty_ = true;
  }
  bool isDirty() const { return dirty_; }
  void end() {
    ended_ = true;
    wake();
  }

 private:
  std::optional<Field> fieldOf(std::int64_t id) const {
    const store::Program* const program = snapshot_.program(id);
    return program == nullptr ? std::nullopt : std::optional{program->field};
  }
  // A program that an office has moved to another field is its director's no longer.
  bool haveMoved() const {
    return !std::ranges::equal(fields_, programs_, {}, {}, [&](std::int64_t id) { return fieldOf(id); });
  }

  std::string state() const {
    json::Json list = json::Json::array();
    for (std::size_t i = 0; i < programs_.size(); ++i) {
      json::Json row = seatsOf(snapshot_.seatsOf(programs_[i]));
      row["program"] = programs_[i];
      row["decisions"] = decisions_[i];
      list.push_back(std::move(row));
    }
    return json::Json{{"seats", std::move(list)}}.dump();
  }

  const snapshot::Snapshot& snapshot_;
  std::int64_t const staff_;
  std::vector<std::int64_t> const programs_;
  std::vector<std::optional<Field>> fields_;                                             // of these, when the page came
  std::vector<std::uint64_t> decisions_ = std::vector<std::uint64_t>(programs_.size());  // of these, since then
  std::function<bool()> const lives_;
  bool dirty_ = true, said_ = false, ended_ = false;
};

SeatBroadcaster::SeatBroadcaster(const Executor& executor, const snapshot::Snapshot& snapshot)
    : snapshot_(snapshot), timer_(executor) {}

SeatBroadcaster::~SeatBroadcaster() = default;

void SeatBroadcaster::changed(const std::vector<store::CountChange>& changes) {
  if (streams_.empty()) return;
  const auto open = streams();
  for (const store::CountChange& change : changes) {
    if (isDecision(change)) {
      for (const auto& stream : open) stream->countDecision(change.program);
    }
    const store::Program* const program = touchesSeats(change) ? snapshot_.program(change.program) : nullptr;
    if (program == nullptr) continue;
    for (const auto& stream : open) {
      if (stream->isIn(program->field, program->prefecture)) stream->mark();
    }
  }
  wakeSoon();
}

void SeatBroadcaster::changedAll() {
  for (const auto& stream : streams()) stream->mark();
  wakeSoon();
}

void SeatBroadcaster::endOf(std::int64_t staff) {
  for (const auto& stream : streams()) {
    if (stream->isOf(staff)) stream->end();
  }
}

// A crowd of commits is told once.
void SeatBroadcaster::wakeSoon() {
  if (std::exchange(waking_, true)) return;
  timer_.expires_after(gathering);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    waking_ = false;
    for (const auto& stream : streams()) {
      if (stream->isDirty()) stream->wake();
    }
  });
}

std::shared_ptr<http::EventStream> SeatBroadcaster::open(std::int64_t staff, std::vector<std::int64_t> programs,
                                                         std::function<bool()> lives) {
  makeRoom(staff);
  if (streams_.size() >= mostStreams) return nullptr;
  auto stream = std::make_shared<SeatsStream>(snapshot_, staff, std::move(programs), std::move(lives));
  streams_.push_back(stream);
  return stream;
}

void SeatBroadcaster::makeRoom(std::int64_t staff) {
  auto theirs = streams();
  std::erase_if(theirs, [&](const auto& stream) { return !stream->isOf(staff); });
  for (std::size_t i = 0; i + mostOfOne <= theirs.size(); ++i) theirs[i]->end();
}

std::vector<std::shared_ptr<SeatsStream>> SeatBroadcaster::streams() {
  std::vector<std::shared_ptr<SeatsStream>> open;
  std::erase_if(streams_, [&](const auto& stream) {
    auto kept = stream.lock();
    if (!kept) return true;
    open.push_back(std::move(kept));
    return false;
  });
  return open;
}

}  // namespace senkoi::server::live
