// The seats left, told to directors as colleagues of the prefecture decide (S1, S2). The one place that knows who
// listens: after each commit it wakes those whose cells have changed, many commits at a time. HTTP thread only;
// outlives the connections.
#pragma once

#include <boost/asio/basic_waitable_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "server/base/async.hpp"
#include "server/http/event_stream.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::live {

class SeatsStream;

class SeatBroadcaster {
 public:
  static constexpr std::size_t mostStreams = 2000, mostOfOne = 4;  // pages that listen: in all, of one director

  SeatBroadcaster(const Executor& executor, const snapshot::Snapshot& snapshot);
  ~SeatBroadcaster();

  // After a commit, once the snapshot has taken the changes.
  void changed(const std::vector<store::CountChange>& changes);
  // After an office has changed programs or ceilings.
  void changedAll();
  // After a session of somebody has ended, or the board has changed whose programs they direct: a page that still may
  // listen comes back and is told its own.
  void endOf(std::int64_t staff);

  // The seats of these programs and how many decisions were taken in each since the stream began, first as they are,
  // then whenever they change, while `lives` says so. Of one director the oldest stream makes room for a newer one.
  // Null where too many listen already.
  std::shared_ptr<http::EventStream> open(std::int64_t staff, std::vector<std::int64_t> programs,
                                          std::function<bool()> lives);

 private:
  using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                  boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

  std::vector<std::shared_ptr<SeatsStream>> streams();  // those still open
  void wakeSoon();
  void makeRoom(std::int64_t staff);

  const snapshot::Snapshot& snapshot_;
  std::vector<std::weak_ptr<SeatsStream>> streams_;  // oldest first
  Timer timer_;
  bool waking_ = false;
};

}  // namespace senkoi::server::live
