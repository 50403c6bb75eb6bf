#include "server/http/connections.hpp"

#include <algorithm>

#include "server/base/network.hpp"
#include "server/http/connection.hpp"

namespace senkoi::server::http {
namespace {

constexpr std::size_t few = 8;       // connections of one network: a browser opens six
constexpr std::size_t narrower = 4;  // times as many for the next wider network of IPv6, as the rate limits have it

}  // namespace

bool Connections::takeLargeBody() {
  if (largeBodies_ == limits_.largeBodies) return false;
  ++largeBodies_;
  return true;
}

// Ending only cancels I/O: the connection leaves later, from its own coroutine, so the list stands still here.
void Connections::tick(Instant now) {
  now_ = now;
  for (auto* const connection : all_) {
    if (connection->deadline() <= now) connection->expire();
  }
}

const Connections::Network* Connections::find(std::string_view name) const {
  auto const found = networks_.find(name);
  return found == networks_.end() ? nullptr : &found->second;
}

// Where the server is full and no network holds many, the newcomer's own goes before others'.
bool Connections::makeRoomFor(const Peer& newcomer) {
  auto const names = customerNetworks(newcomer.address);
  auto bound = limits_.connectionsPerAddress;
  for (auto const& name : names) {
    const auto* const network = find(name);
    if (bound > 0 && !newcomer.isProxy && network && network->connections >= bound) {
      ++crowdedOut_;
      return endLongest(network->waiting);
    }
    bound *= narrower;
  }
  if (all_.size() < limits_.connections) return true;
  ++crowdedOut_;
  const auto* const own = find(names.front());
  bool const hasMany = own && own->connections > few;
  return (hasMany && endLongest(own->waiting)) || endOneOfMany() || (own && endLongest(own->waiting)) ||
         endLongest(waiting_);
}

void Connections::makeRoom() {
  ++crowdedOut_;
  if (!endOneOfMany()) endLongest(waiting_);
}

bool Connections::endLongest(const List& waiting) {
  if (waiting.empty()) return false;
  waiting.front()->end();
  return true;
}

bool Connections::endOneOfMany() {
  for (auto network = bySize_.rbegin(); network != bySize_.rend() && network->first > few; ++network) {
    if (endLongest(find(network->second)->waiting)) return true;
  }
  return false;
}

void Connections::resize(Networks::iterator network, std::size_t connections) {
  bySize_.erase({network->second.connections, network->first});
  network->second.connections = connections;
  if (connections > 0) bySize_.emplace(connections, network->first);
  if (connections == 0) networks_.erase(network);
}

void Connections::drain() {
  draining_ = true;
  for (auto* const connection : all_) connection->endIfIdle();
}

void Connections::endAll() {
  for (auto* const connection : all_) connection->end();
}

Membership::Membership(Connections& connections, Connection& connection, const Peer& peer)
    : connections_(connections), self_(connections.all_.insert(connections.all_.end(), &connection)) {
  auto const place = [&](Connections::List& waiting) {
    places_.push_back({waiting, spare_.insert(spare_.end(), &connection)});
  };
  place(connections.waiting_);
  for (auto& name : customerNetworks(peer.address)) {
    auto const network = connections.networks_.try_emplace(std::move(name)).first;
    networks_.push_back(network);
    connections.resize(network, network->second.connections + 1);
    place(network->second.waiting);
  }
}

Membership::~Membership() {
  stopWaiting();
  for (auto const& network : networks_) connections_.resize(network, network->second.connections - 1);
  connections_.all_.erase(self_);
}

void Membership::waitFromNow() {
  stopWaiting();
  for (auto& [waiting, node] : places_) waiting.splice(waiting.end(), spare_, node);
  isWaiting_ = true;
}

void Membership::stopWaiting() {
  if (!isWaiting_) return;
  for (auto& [waiting, node] : places_) spare_.splice(spare_.end(), waiting, node);
  isWaiting_ = false;
}

}  // namespace senkoi::server::http
