// A connection from outside: keep-alive, pipelining, bodies, 100-continue, HEAD, waiting answers.
#include <gtest/gtest.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http_client.hpp"
#include "http_server.hpp"

namespace senkoi::server::http::tests {
namespace {

Answer echo(Request& request) {
  return text(200, std::string{request.path} + "|" + std::string{request.query} + "|" + std::string{request.body});
}

std::string post(std::string_view path, std::string_view body, std::string_view more = {}) {
  return "POST " + std::string{path} + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string{more} + "\r\n" + std::string{body};
}

TEST(HttpConnection, AnswersHelloOverARealSocket) {
  HttpServer server([](Request&) { return text(200, "hello"); });
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const answer = client.receive();
  EXPECT_EQ(statusOf(answer), "200");
  EXPECT_EQ(bodyOf(answer), "hello");
}

TEST(HttpConnection, KeepsTheConnectionForTheNextRequest) {
  HttpServer server(echo);
  Client client(server.port());
  for (int i = 0; i < 3; ++i) {
    client.send("GET /a?b=" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(bodyOf(client.receive()), "/a|b=" + std::to_string(i) + "|");
  }
}

TEST(HttpConnection, Reliability34_WhoIsNoNamedProxySaysNothingOfWhoAsks) {
  for (auto const& [proxies, asks] : {std::pair{std::vector<std::string>{}, "127.0.0.1"},
                                      std::pair{std::vector<std::string>{"192.0.2.7"}, "127.0.0.1"},
                                      std::pair{std::vector<std::string>{"127.0.0.1"}, "203.0.113.9"}}) {
    HttpServer server([](Request& request) { return text(200, request.peer); }, {}, proxies);
    Client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n");
    EXPECT_EQ(bodyOf(client.receive()), asks);
  }
}

TEST(HttpConnection, Reliability34_AnEmptyLineBeforeThatOfTheProxyHidesNobody) {
  HttpServer server([](Request& request) { return text(200, request.peer); }, {}, {"127.0.0.1"});
  Client client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For:\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n");
  EXPECT_EQ(bodyOf(client.receive()), "203.0.113.9");
}

TEST(HttpConnection, AnswersPipelinedRequestsInOrder) {
  HttpServer server(echo);
  Client client(server.port());
  std::string all;
  for (int i = 0; i < 200; ++i) all += post("/p" + std::to_string(i), std::string(static_cast<std::size_t>(i), 'x'));
  client.send(all);
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(bodyOf(client.receive()),
              "/p" + std::to_string(i) + "||" + std::string(static_cast<std::size_t>(i), 'x'));
  }
}

TEST(HttpConnection, ReadsARequestThatComesByteByByte) {
  HttpServer server(echo);
  Client client(server.port());
  for (char const c : post("/slow", "body")) client.send({&c, 1});
  EXPECT_EQ(bodyOf(client.receive()), "/slow||body");
}

TEST(HttpConnection, ReadsChunks) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nWiki\r\n5\r\npedia\r\n");
  client.send("0\r\nTrailer: ignored\r\n\r\n");
  EXPECT_EQ(bodyOf(client.receive()), "/c||Wikipedia");
  client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(bodyOf(client.receive()), "/next||");
}

TEST(HttpConnection, TakesALargeBodyWhereTheRouteAllowsIt) {
  HttpServer server(echo);
  Client client(server.port());
  std::string const body(1 << 20, 'm');
  client.send(post("/large", body));
  EXPECT_EQ(bodyOf(client.receive()), "/large||" + body);
}

TEST(HttpConnection, AnswersContentTooLargeAlthoughTheClientStillSends) {
  HttpServer server(echo);
  Client client(server.port());
  client.send(post("/small", std::string(6 << 20, 'm')));
  auto const answer = client.receive();
  EXPECT_EQ(statusOf(answer), "413");
  EXPECT_NE(answer.find("connection: close"), std::string::npos);
}

TEST(HttpConnection, RefusesAChunkedBodyAboveTheLimit) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) client.send("2000\r\n" + std::string(0x2000, 'm') + "\r\n");
  EXPECT_EQ(statusOf(client.receive()), "413");
}

TEST(HttpConnection, SaysContinueToWhoWaitsForIt) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("ok");
  EXPECT_EQ(bodyOf(client.receive()), "/e||ok");
}

TEST(HttpConnection, RefusesBeforeContinueWhatIsTooLarge) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 999999\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(statusOf(client.receive()), "413");
}

TEST(HttpConnection, SendsNoBodyToHead) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("HEAD /h HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  auto const answer = client.receiveAll();
  EXPECT_NE(answer.find("content-length: 4\r\n"), std::string::npos);
  EXPECT_EQ(bodyOf(answer), "");
}

TEST(HttpConnection, ClosesWhenAsked) {
  HttpServer server(echo);
  Client client(server.port());
  client.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(bodyOf(client.receiveAll()), "/x||");
}

TEST(HttpConnection, SpeaksHttp10) {
  HttpServer server(echo);
  Client old(server.port());
  old.send("GET /x HTTP/1.0\r\n\r\n");
  EXPECT_EQ(bodyOf(old.receiveAll()), "/x||");
  Client keeping(server.port());
  keeping.send("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_NE(keeping.receive().find("connection: keep-alive"), std::string::npos);
}

Async<Response> later() {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, std::chrono::milliseconds(100));
  co_await timer.async_wait(boost::asio::use_awaitable_t<Executor>{});
  co_return text(201, "later");
}

TEST(HttpConnection, KeepsTheOrderWhereAnAnswerWaits) {
  HttpServer server(
      [](Request& request) { return request.path == "/later" ? Answer{later()} : Answer{text(200, "now")}; });
  Client client(server.port());
  client.send("GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /now HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(bodyOf(client.receive()), "later");
  EXPECT_EQ(bodyOf(client.receive()), "now");
}

TEST(HttpConnection, WritesAnAnswerLargerThanTheSocketTakes) {
  std::string const large(8 << 20, 'L');
  HttpServer server([&](Request&) { return text(200, large); });
  Client client(server.port(), 4096);
  client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(bodyOf(client.receive()) == large);  // not _EQ: nobody wants to read it
}

}  // namespace
}  // namespace senkoi::server::http::tests
