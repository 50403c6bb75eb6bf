// Slow and greedy clients are cut off, others don't notice; a stop lets answers in flight finish (reliability 30, 31,
// 35).
#include <gtest/gtest.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "http_client.hpp"
#include "http_server.hpp"

namespace senkoi::server::http::tests {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

void expectServed(std::uint16_t port) {
  Client client(port);
  client.send(request);
  EXPECT_EQ(bodyOf(client.receive()), "hello");
}

TEST(HttpLimits, R31_SlowHeadIsCutOff) {
  HttpServer server(hello, shortLimits());
  Client slow(server.port());
  auto const start = steady_clock::now();
  slow.send("GET / HTTP/1.1\r\n");
  expectServed(server.port());
  EXPECT_EQ(statusOf(slow.receiveAll()), "408");
  EXPECT_LT(steady_clock::now() - start, 4s);
}

TEST(HttpLimits, R31_DripsDoNotExtendTheTime) {
  HttpServer server(hello, shortLimits());
  Client slow(server.port());
  auto const start = steady_clock::now();
  slow.send("GET / HTTP/1.1\r\n");
  while (steady_clock::now() - start < 6s && slow.send("X: y\r\n")) std::this_thread::sleep_for(50ms);
  EXPECT_LT(steady_clock::now() - start, 5s);
}

TEST(HttpLimits, R31_SlowBodyIsCutOff) {
  HttpServer server(hello, shortLimits());
  Client slow(server.port());
  slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
  expectServed(server.port());
  EXPECT_EQ(statusOf(slow.receiveAll()), "408");
}

TEST(HttpLimits, R31_SlowReaderIsCutOff) {
  std::string const large(32 << 20, 'L');
  HttpServer server([&](Request& asked) { return asked.path == "/large" ? text(200, large) : text(200, "hello"); },
                    shortLimits());
  Client slow(server.port(), 4096);
  slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  expectServed(server.port());
  std::this_thread::sleep_for(1500ms);
  EXPECT_LT(slow.receiveAll().size(), large.size());
}

TEST(HttpLimits, R31_IdleConnectionIsClosedWithoutAWord) {
  HttpServer server(hello, shortLimits());
  Client idle(server.port());
  idle.send(request);
  idle.receive();
  EXPECT_TRUE(idle.isClosed());
}

TEST(HttpLimits, R30_LongTargetAndLongHeadAreRefused) {
  HttpServer server(hello);
  Client target(server.port());
  target.send("GET /" + std::string(20'000, 'a'));
  EXPECT_EQ(statusOf(target.receive()), "414");
  Client head(server.port());
  head.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a'));
  EXPECT_EQ(statusOf(head.receive()), "431");
  Client fields(server.port());
  std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 200; ++i) many += "X" + std::to_string(i) + ": y\r\n";
  fields.send(many + "\r\n");
  EXPECT_EQ(statusOf(fields.receive()), "400");
}

TEST(HttpLimits, R30_ANewcomerTakesThePlaceOfWhoWaitsLongest) {
  Limits limits;
  limits.connections = 3;
  HttpServer server(hello, limits);
  Client first(server.port()), second(server.port()), third(server.port());
  for (auto* const client : {&first, &second, &third}) {
    client->send(request);
    client->receive();
  }
  expectServed(server.port());
  EXPECT_TRUE(first.isClosed());
  for (auto* const client : {&second, &third}) {
    client->send(request);
    EXPECT_EQ(bodyOf(client->receive()), "hello");
  }
}

TEST(HttpLimits, R30_LargeBodiesAtOnceAreBounded) {
  Limits limits;
  limits.largeBodies = 1;
  HttpServer server(hello, limits);
  std::string const half =
      "POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + std::string(500'000, 'x');
  Client first(server.port());
  first.send(half);
  std::this_thread::sleep_for(100ms);
  Client second(server.port());
  second.send(half);
  EXPECT_EQ(statusOf(second.receive()), "503");
  first.send(std::string(500'000, 'x'));
  EXPECT_EQ(statusOf(first.receive()), "200");
}

Async<Response> lastWord() {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, 400ms);
  co_await timer.async_wait(boost::asio::use_awaitable_t<Executor>{});
  co_return text(200, "finished");
}

TEST(HttpLimits, R35_AStopLetsAnswersInFlightFinish) {
  HttpServer server(
      [](Request& asked) { return asked.path == "/later" ? Answer{lastWord()} : Answer{text(200, "hello")}; });
  Client idle(server.port()), busy(server.port());
  idle.send(request);
  idle.receive();
  busy.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  auto const drained = server.drain();
  EXPECT_TRUE(idle.isClosed());
  auto const answer = busy.receiveAll();
  EXPECT_EQ(bodyOf(answer), "finished");
  EXPECT_NE(answer.find("connection: close"), std::string::npos);
  EXPECT_EQ(drained.wait_for(3s), std::future_status::ready);
  EXPECT_THROW(Client{server.port()}, std::exception);
}

TEST(HttpLimits, R35_AStopDoesNotWaitForeverForWhoNeverReads) {
  std::string const large(32 << 20, 'L');
  Limits limits;
  limits.drainTime = 500;
  HttpServer server([&](Request&) { return text(200, large); }, limits);
  Client slow(server.port(), 4096);
  slow.send(request);
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(server.drain().wait_for(3s), std::future_status::ready);
}

}  // namespace
}  // namespace senkoi::server::http::tests
