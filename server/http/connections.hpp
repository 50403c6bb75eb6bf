// All connections of one server, and the one coarse timer that ends those whose time is over: slow head, slow body,
// slow reader, idle (reliability 31). HTTP thread only. Each Connection enters and leaves by itself; outlive the loop.
#pragma once

#include <cstddef>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server::http {

class Connection;

class Connections {
 public:
  explicit Connections(const Limits& limits) : limits_(limits) {}

  void enter(Connection& connection) { all_.push_back(&connection); }
  void leave(Connection& connection);

  const Limits& limits() const { return limits_; }
  std::size_t size() const { return all_.size(); }
  bool isFull() const { return all_.size() >= limits_.connections; }
  // Memory stays bounded: only so many bodies above largeBody are held at once.
  bool takeLargeBody();
  void giveLargeBody() { --largeBodies_; }
  bool isDraining() const { return draining_; }

  Instant now() const { return now_; }  // of the last tick; good enough for a deadline, costs nothing
  void tick(Instant now);
  bool endLongestWaiting();  // makes room for a newcomer; false where everyone is being answered
  void drain();              // ends idle ones now, the others with their answer
  void endAll();

 private:
  Limits const limits_;
  std::vector<Connection*> all_;
  std::size_t largeBodies_ = 0;
  Instant now_ = 0;
  bool draining_ = false;
};

}  // namespace senkoi::server::http
