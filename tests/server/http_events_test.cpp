// Answers that go on (S1): server-sent events over real sockets, their beat, their end, and readers that do not read
// (reliability 30, 31, 35).
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/post.hpp>
#include <chrono>

#include "http_client.hpp"
#include "http_server.hpp"

namespace senkoi::server::http::tests {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr std::string_view askingForEvents = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";

// Says what the test gives it. Used on the HTTP thread alone.
class Saying final : public EventStream {
 public:
  explicit Saying(std::atomic<int>& living) : living_(living) { ++living_; }
  ~Saying() override { --living_; }

  std::optional<std::string> take() override {
    if (over) return std::nullopt;
    return std::exchange(next, {});
  }

  std::string next = "data: first\n\n";
  bool over = false;

 private:
  std::atomic<int>& living_;
};

class HttpEvents : public testing::Test {
 protected:
  explicit HttpEvents(Limits limits = {})
      : server(
            [this](Request& asked) -> Answer {
              if (asked.path != "/events") return text(200, "hello");
              stream = std::make_shared<Saying>(living);
              return Streaming{{200, "text/event-stream", {}, {{"cache-control", "no-store"}}}, stream};
            },
            limits) {}

  template <class Do>
  void onHttpThread(Do act) {
    std::promise<void> done;
    boost::asio::post(server.loop(), [&] {
      act();
      done.set_value();
    });
    done.get_future().wait();
  }
  void say(const std::string& event) {
    onHttpThread([&] {
      stream->next = event;
      stream->wake();
    });
  }
  bool gone() {
    auto const until = steady_clock::now() + 5s;
    onHttpThread([&] { stream.reset(); });
    while (living > 0 && steady_clock::now() < until) std::this_thread::sleep_for(20ms);
    return living == 0;
  }

  std::atomic<int> living = 0;
  std::shared_ptr<Saying> stream;
  HttpServer server;
};

class ShortEvents : public HttpEvents {
 protected:
  ShortEvents() : HttpEvents(shortLimits()) {}  // a beat every 140 ms
};

// Until the text has come.
std::string until(Client& client, std::string_view wanted) {
  std::string all;
  auto const end = steady_clock::now() + 5s;
  while (all.find(wanted) == std::string::npos && steady_clock::now() < end && client.receiveSome(all)) {
  }
  return all;
}

TEST_F(HttpEvents, S1_EventsComeAsTheyAreSaidWithoutALength) {
  Client client(server.port());
  client.send(askingForEvents);
  const std::string begun = until(client, "first\n\n");
  EXPECT_EQ(statusOf(begun), "200");
  EXPECT_NE(begun.find("content-type: text/event-stream\r\n"), std::string::npos);
  EXPECT_EQ(begun.find("content-length"), std::string::npos);
  EXPECT_NE(begun.find("connection: close\r\n"), std::string::npos);
  say("data: second\n\n");
  EXPECT_EQ(until(client, "\n\n"), "data: second\n\n");
  onHttpThread([&] {
    stream->over = true;
    stream->wake();
  });
  EXPECT_EQ(client.receiveAll(), "");
  EXPECT_TRUE(gone());
}

TEST_F(HttpEvents, HeadHasNoEvents) {
  Client client(server.port());
  client.send("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.receiveAll().ends_with("\r\n\r\n"));
}

TEST_F(ShortEvents, ABeatTellsThatBothAreThereAndThatOneHasGone) {
  {
    Client client(server.port());
    client.send(askingForEvents);
    until(client, "first");
    EXPECT_NE(until(client, ":\n\n").find(":\n\n"), std::string::npos);
    std::this_thread::sleep_for(1s);  // longer than an idle connection may last
    EXPECT_EQ(living, 1);
  }
  EXPECT_TRUE(gone());
}

TEST_F(ShortEvents, R31_WhoDoesNotReadIsDroppedOthersDoNotNotice) {
  Client lazy(server.port(), 4096);
  lazy.send(askingForEvents);
  until(lazy, "first");
  say("data: " + std::string(16 << 20, 'x') + "\n\n");
  Client other(server.port());
  other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(bodyOf(other.receive()), "hello");
  EXPECT_TRUE(gone());
}

TEST_F(HttpEvents, R35_ADrainEndsStreamsAtOnce) {
  Client client(server.port());
  client.send(askingForEvents);
  until(client, "first");
  auto const start = steady_clock::now();
  EXPECT_EQ(server.drain().wait_for(5s), std::future_status::ready);
  EXPECT_LT(steady_clock::now() - start, 3s);
  EXPECT_EQ(client.receiveAll(), "");
}

TEST(HttpEventsLimit, R30_StreamsCountAmongTheConnectionsAndMakeRoom) {
  Limits limits;
  limits.connections = 2;
  std::atomic<int> living = 0;
  HttpServer server(
      [&](Request& asked) -> Answer {
        if (asked.path != "/events") return text(200, "hello");
        return Streaming{{200, "text/event-stream", {}, {}}, std::make_shared<Saying>(living)};
      },
      limits);
  Client first(server.port()), second(server.port());
  first.send(askingForEvents);
  until(first, "first");
  second.send(askingForEvents);
  until(second, "first");
  Client third(server.port());
  third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(bodyOf(third.receive()), "hello");
  EXPECT_EQ(first.receiveAll(), "") << "the one that waited longest made room; its page comes back by itself";
}

}  // namespace
}  // namespace senkoi::server::http::tests
