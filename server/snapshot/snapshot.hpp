// What everybody may read, out of memory: catalogue, figures, search, program pages, notices. Loaded from the store
// once, then kept by the count changes of each commit; nothing of a decision shows before its notification time, which
// comes with the `now` that is passed in (28). Lives on the HTTP thread, as do the answers it gives; http/ turns a
// matching If-None-Match into 304.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/http/message.hpp"
#include "server/operations/store.hpp"
#include "server/snapshot/field_view.hpp"
#include "server/snapshot/task_queue.hpp"

namespace senkoi::server::snapshot {

class Snapshot {
 public:
  struct Place {
    Field field;
    std::size_t index;
  };
  // What one reading of the store gives, put in the place of the one before as a whole.
  struct Contents {
    workflow::Season season;
    store::SeasonSeats seats;
    std::vector<store::Notice> notices;
    std::vector<std::unique_ptr<FieldView>> fields;
    std::unordered_map<std::int64_t, Place> places;

    FieldView& view(Field field) const { return *fields[number(field) - 1]; }
    const Place* find(std::int64_t program) const;
  };
  using Reading = std::unique_ptr<Contents>;

  // Loads at once; throws Failure as the store does. `reader` and `http` must outlive it.
  Snapshot(store::Store& reader, boost::asio::io_context& http,
           std::chrono::milliseconds retryAfter = std::chrono::seconds(1));

  // Everything anew, after a season was begun; while the writer rests. Where it throws, what stood before stands.
  void reload();
  // What offices change anew, after their commit: season, programs, ceilings, notices. The counts stay those that the
  // commits have made: whatever the writer has committed since comes by apply() as ever. Where a read fails, what stood
  // before is served on, and the refresh is tried again until it succeeds (reliability 48).
  void refresh() noexcept;
  // The same in two steps, the long one beside the HTTP thread: the number is taken after the commit and before the
  // read, so that whichever read began last is shown, in whatever order they come. read() on any thread, with a store
  // of its own; the other two on the HTTP thread.
  std::uint64_t beginReading() { return ++begun_; }
  static Reading read(store::Store& reader);
  void put(std::uint64_t reading, Reading fresh);
  // After a commit, before its operations are answered (Writer::Committed).
  void apply(const std::vector<store::CountChange>& changes, Instant now);

  const workflow::Season& season() const { return contents_->season; }
  const store::SeasonSeats& seats() const { return contents_->seats; }  // kinds and classes of the season (T1, T4)
  const store::Program* program(std::int64_t id) const;                 // null where there is none
  workflow::Figures figuresOf(std::int64_t program, Instant now) const;
  // With decisions that are not out yet: for directors and offices alone (S1, S2). Zeros where there is no such
  // program.
  store::SeatsLeft seatsOf(std::int64_t program) const;

  http::Response catalogue(Field field, const http::Request& request);
  http::Response figures(Field field, const http::Request& request, Instant now);
  http::Response search(const ProgramQuery& query, const http::Request& request, Instant now);
  std::optional<http::Response> program(std::int64_t id, const http::Request& request, Instant now);
  // The 機構's and those of the field, newest first; without a field the 機構's alone.
  http::Response notices(std::optional<Field> field, const http::Request& request, Instant now);

 private:
  FieldView& view(Field field) { return contents_->view(field); }
  const FieldView& view(Field field) const { return contents_->view(field); }
  const Place* find(std::int64_t program) const { return contents_->find(program); }
  void drop(Reading contents);
  void retryLater() noexcept;
  void packCatalogues();

  store::Store& reader_;
  Reading contents_;                                    // never null once constructed
  std::uint64_t begun_ = 0, latest_ = 0, failed_ = 0;   // readings: begun, the one shown, the newest that failed
  std::unordered_map<std::int64_t, Tallies> unplaced_;  // of programs that the contents do not hold yet
  boost::asio::steady_timer retry_;
  std::chrono::milliseconds retryAfter_;
  TaskQueue tasks_;  // last: ends first
};

}  // namespace senkoi::server::snapshot
