// All connections of one server: how many of them one network may hold, who makes room for a newcomer, and the one
// coarse timer that ends those whose time is over: slow head, slow body, slow reader, idle (reliability 30, 31). HTTP
// thread only. Each Connection enters and leaves by its Membership; outlives the loop.
//
// A newcomer whose network already holds all that it may takes the place of that network's longest waiting, never of
// anybody else's. Where the server is full, a network that holds many gives a place up before one that holds few.
// Making room walks over no connections.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server::http {

class Connection;

struct Peer {
  std::string address;
  bool isProxy = false;  // named by the operator: many people come through it, and no bound counts
};

class Connections {
 public:
  explicit Connections(const Limits& limits) : limits_(limits) {}
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  const Limits& limits() const { return limits_; }
  std::size_t size() const { return all_.size(); }
  std::size_t mostOfOneNetwork() const { return bySize_.empty() ? 0 : bySize_.rbegin()->first; }
  std::uint64_t crowdedOut() const { return crowdedOut_; }  // newcomers that had to take a place, or found none
  bool isDraining() const { return draining_; }

  // Memory stays bounded: only so many bodies above largeBody are held at once.
  bool takeLargeBody();
  void giveLargeBody() { --largeBodies_; }

  Instant now() const { return now_; }  // of the last tick; good enough for a deadline, costs nothing
  void tick(Instant now);

  // False where whoever would have to go is being answered: the newcomer has to.
  bool makeRoomFor(const Peer& newcomer);
  void makeRoom();  // there are no descriptors or no memory left
  void drain();     // ends idle ones now, the others with their answer
  void endAll();

 private:
  friend class Membership;
  using List = std::list<Connection*>;
  struct Network {
    std::size_t connections = 0;
    List waiting;  // longest first
  };
  using Networks = std::map<std::string, Network, std::less<>>;

  const Network* find(std::string_view name) const;
  void resize(Networks::iterator network, std::size_t connections);
  static bool endLongest(const List& waiting);
  bool endOneOfMany();

  Limits const limits_;
  List all_, waiting_;
  Networks networks_;
  std::set<std::pair<std::size_t, std::string_view>> bySize_;  // names of networks_
  std::size_t largeBodies_ = 0;
  std::uint64_t crowdedOut_ = 0;
  Instant now_ = 0;
  bool draining_ = false;
};

// One connection's part in the lists above, as long as it lives.
class Membership {
 public:
  Membership(Connections&, Connection&, const Peer&);
  ~Membership();
  Membership(const Membership&) = delete;
  Membership& operator=(const Membership&) = delete;

  void waitFromNow();
  void stopWaiting();

 private:
  // Its node in one list of waiting ones, or in spare_ meanwhile: waiting allocates nothing.
  struct Place {
    Connections::List& waiting;
    Connections::List::iterator node;
  };

  Connections& connections_;
  Connections::List::iterator const self_;
  std::vector<Connections::Networks::iterator> networks_;  // narrowest first
  Connections::List spare_;
  std::vector<Place> places_;
  bool isWaiting_ = false;
};

}  // namespace senkoi::server::http
