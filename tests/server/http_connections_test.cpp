// How many connections one network may hold, and who makes room for whom (reliability 30, 31, 45).
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

#include "http_client.hpp"
#include "http_server.hpp"

namespace senkoi::server::http::tests {
namespace {

using Clients = std::vector<std::unique_ptr<Client>>;

Limits limitsOf(std::size_t connections, std::size_t perAddress) {
  Limits limits;
  limits.connections = connections;
  limits.connectionsPerAddress = perAddress;
  return limits;
}

// One that the server has taken in: it has answered.
std::unique_ptr<Client> served(const HttpServer& server, const std::string& from) {
  auto client = std::make_unique<Client>(server.port(), 0, from);
  client->send(request);
  EXPECT_EQ(bodyOf(client->receive()), "hello") << from;
  return client;
}

std::unique_ptr<Client> halfSent(const HttpServer& server, const std::string& from) {
  auto client = served(server, from);
  client->send("GET / HTTP/1.1\r\n");
  return client;
}

bool completes(Client& client) {
  return client.send("Host: a\r\n\r\n") && bodyOf(client.receive()) == "hello";
}

std::size_t alive(Clients& clients) {
  std::size_t count = 0;
  for (auto& client : clients) count += client->send(request) && bodyOf(client->receive()) == "hello" ? 1 : 0;
  return count;
}

TEST(HttpConnections, R30_OneAddressHoldsSoManyAndPushesOutItsOwnLongestWaiting) {
  HttpServer server(hello, limitsOf(64, 8));
  auto const stranger = halfSent(server, "127.0.0.2");
  Clients flood;
  for (int i = 0; i < 400; ++i) flood.push_back(served(server, "127.0.0.3"));
  EXPECT_TRUE(completes(*stranger));
  EXPECT_TRUE(flood.front()->isClosed()) << "the longest waiting went";
  Clients last(std::make_move_iterator(flood.end() - 8), std::make_move_iterator(flood.end()));
  EXPECT_EQ(alive(last), 8u);
}

TEST(HttpConnections, R30_AFullServerTakesThePlaceFromWhoHoldsMany) {
  HttpServer server(hello, limitsOf(64, 40));
  Clients few;
  for (int i = 0; i < 10; ++i) few.push_back(halfSent(server, "127.0.1." + std::to_string(i + 1)));
  Clients flood;
  for (int i = 0; i < 40; ++i) flood.push_back(served(server, "127.0.0.3"));
  for (int i = 0; i < 40; ++i) flood.push_back(served(server, "127.0.0.4"));
  for (int i = 0; i < 10; ++i) few.push_back(halfSent(server, "127.0.2." + std::to_string(i + 1)));
  for (auto const& client : few) EXPECT_TRUE(completes(*client));
}

TEST(HttpConnections, R30_ManyAddressesOfOneConnectionEachMakeRoomByTheirAge) {
  HttpServer server(hello, limitsOf(20, 8));
  Clients all;
  for (int i = 0; i < 100; ++i) all.push_back(served(server, "127.0.3." + std::to_string(i + 1)));
  Clients last(std::make_move_iterator(all.end() - 20), std::make_move_iterator(all.end()));
  EXPECT_EQ(alive(last), 20u);
}

TEST(HttpConnections, R34_ANamedProxyHoldsAsManyAsItNeeds) {
  HttpServer server(hello, limitsOf(64, 4), {"127.0.0.1"});
  Clients all;
  for (int i = 0; i < 30; ++i) all.push_back(served(server, "127.0.0.1"));
  EXPECT_EQ(alive(all), 30u);
}

TEST(HttpConnections, R30_NoBoundPerAddressIsNone) {
  HttpServer server(hello, limitsOf(64, 0));
  Clients all;
  for (int i = 0; i < 60; ++i) all.push_back(served(server, "127.0.0.1"));
  EXPECT_EQ(alive(all), 60u);
}

// The networks of IPv6 can't be had on loopback: connections that are none stand for them.
class Networks : public testing::Test {
 protected:
  void hold(const std::string& address, bool waits = false) {
    sockets.push_back(std::make_unique<Connection>(Socket(loop.get_executor()), Peer{"192.0.2.1"}, service));
    members.push_back(std::make_unique<Membership>(connections, *sockets.back(), Peer{address}));
    if (waits) members.back()->waitFromNow();
  }
  bool hasRoom(const std::string& address) { return connections.makeRoomFor(Peer{address}); }

  boost::asio::io_context loop;
  Connections connections{limitsOf(1000, 2)};
  Service service{{}, systemClock(), ReplyHead(false), Proxies({}), connections};
  std::vector<std::unique_ptr<Connection>> sockets;
  std::vector<std::unique_ptr<Membership>> members;
};

TEST_F(Networks, R30_A64IsOneAddress) {
  for (int i = 1; i <= 2; ++i) {
    EXPECT_TRUE(hasRoom("2001:db8:1:1::" + std::to_string(i)));
    hold("2001:db8:1:1::" + std::to_string(i));
  }
  EXPECT_FALSE(hasRoom("2001:db8:1:1::3")) << "both are being answered";
  EXPECT_TRUE(hasRoom("2001:db8:1:2::3"));
}

TEST_F(Networks, R30_A56HoldsFourTimesAndA48SixteenTimesAsMany) {
  const auto in = [](int fiftySix, int i) {
    std::array<char, 48> text;
    std::snprintf(text.data(), text.size(), "2001:db8:1:%x::1", fiftySix << 8 | i);
    return std::string(text.data());
  };
  for (int i = 0; i < 8; ++i) hold(in(0, i));
  EXPECT_FALSE(hasRoom(in(0, 8)));
  for (int i = 0; i < 24; ++i) hold(in(i / 6 + 1, i));
  EXPECT_FALSE(hasRoom(in(9, 0)));
  EXPECT_TRUE(hasRoom("2001:db8:2::1"));
}

TEST_F(Networks, WhoLeavesGivesThePlaceBack) {
  for (int round = 0; round < 3; ++round) {
    hold("192.0.2.9");
    hold("192.0.2.9", true);
    EXPECT_TRUE(hasRoom("192.0.2.9")) << "the one that waits makes room";
    members.clear();
  }
  EXPECT_EQ(connections.mostOfOneNetwork(), sockets.size()) << "the sockets themselves";
}

}  // namespace
}  // namespace senkoi::server::http::tests
