#include "server/http/connections.hpp"

#include <algorithm>

#include "server/http/connection.hpp"

namespace senkoi::server::http {

void Connections::leave(Connection& connection) {
  auto const found = std::ranges::find(all_, &connection);
  *found = all_.back();
  all_.pop_back();
}

bool Connections::takeLargeBody() {
  if (largeBodies_ == limits_.largeBodies) return false;
  ++largeBodies_;
  return true;
}

// Ending only cancels I/O: the connection leaves later, from its own coroutine, so the vector stands still here.
void Connections::tick(Instant now) {
  now_ = now;
  for (auto* const connection : all_) {
    if (connection->deadline() <= now) connection->expire();
  }
}

bool Connections::endLongestWaiting() {
  Connection* longest = nullptr;
  for (auto* const connection : all_) {
    if (connection->isWaiting() && (!longest || connection->waitingSince() < longest->waitingSince()))
      longest = connection;
  }
  if (longest) longest->end();
  return longest != nullptr;
}

void Connections::drain() {
  draining_ = true;
  for (auto* const connection : all_) connection->endIfIdle();
}

void Connections::endAll() {
  for (auto* const connection : all_) connection->end();
}

}  // namespace senkoi::server::http
