#include "server/http/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <limits>

#include "server/base/async.hpp"

namespace senkoi::server::http {
namespace {

constexpr Instant never = std::numeric_limits<Instant>::max();
constexpr Instant goodbyeTime = 2 * second;
constexpr std::size_t largeBody = 64 * 1024;
constexpr std::size_t smallBody = 4 * 1024;  // copied behind its head: cheaper than a list of two for the kernel
constexpr std::string_view goAhead = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(Socket socket, const Peer& peer, Service& service)
    : socket_(std::move(socket)),
      service_(service),
      connections_(service.connections),
      peer_(peer),
      reader_(service.connections.limits().header),
      membership_(connections_, *this, peer) {
  boost::system::error_code ignored;
  socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);  // for writeAtOnce(): what fits goes out
}

Connection::~Connection() {
  if (holdsLargeBody_) connections_.giveLargeBody();
}

// One loop without inner coroutines where nothing has to be waited for: a frame each would be felt (see tests/bench).
Async<void> Connection::run() {
  bool keepAlive = true;
  while (keepAlive) {
    RequestReader::Step step = advance();
    while (step == RequestReader::Step::needBytes) {
      waitFor(whatIsMissing());
      auto const [error, count] = co_await socket_.async_read_some(
          boost::asio::buffer(reader_.space().data(), reader_.space().size()), asOutcome);
      if (error && !(expired_ && isHalfway())) co_return;
      reader_.took(count);
      step = error ? reader_.giveUp(Code::requestTimeout) : advance();
    }
    stopWaiting();
    auto& request = reader_.request();
    request.received = service_.clock();
    using Steady = std::chrono::steady_clock;
    auto const began = service_.answered ? Steady::now() : Steady::time_point{};
    auto answer = step == RequestReader::Step::ready ? service_.handler.answer(request)
                                                     : Answer{service_.handler.refuse(request, reader_.refusal())};
    auto* const waiting = std::get_if<Async<Response>>(&answer);
    bool const waits = waiting != nullptr;
    if (waits) answer = co_await std::move(*waiting);
    tellOf(answer, waits, began);
    if (auto const* const streaming = std::get_if<Streaming>(&answer)) {
      co_await stream(*streaming);
      co_return;
    }
    auto const& response = std::get<Response>(answer);
    keepAlive = reader_.keepAlive() && !connections_.isDraining();
    if (!writeAtOnce(response, keepAlive)) {
      if (!co_await writeRest()) co_return;
    }
    finishRequest();
  }
  co_await linger();
}

RequestReader::Step Connection::advance() {
  auto step = reader_.advance();
  if (step == RequestReader::Step::headDone) {
    auto& request = reader_.request();
    auto const forwardedFor = request.header("x-forwarded-for");
    request.peer = peer_.isProxy ? service_.proxies.client(peer_.address, forwardedFor) : peer_.address;
    if (!peer_.isProxy && !forwardedFor.empty() && service_.forwardedByStranger)
      service_.forwardedByStranger(peer_.address);
    reader_.limitBody(service_.handler.bodyLimit(request));
    step = reader_.advance();
    if (step == RequestReader::Step::needBytes && reader_.wantsContinue()) goOn();
  }
  if (reader_.bodySize() > largeBody && !holdsLargeBody_) {
    holdsLargeBody_ = connections_.takeLargeBody();
    if (!holdsLargeBody_) return reader_.giveUp(Code::busy);
  }
  return step;
}

// 100 Continue; a few bytes that always fit into the socket's buffer, as nothing else is under way.
void Connection::goOn() {
  boost::system::error_code ignored;
  socket_.write_some(boost::asio::buffer(goAhead), ignored);
}

void Connection::tellOf(const Answer& answer, bool waited, std::chrono::steady_clock::time_point began) const {
  if (!service_.answered) return;
  auto const* const going = std::get_if<Streaming>(&answer);
  auto const& response = going ? going->head : std::get<Response>(answer);
  service_.answered(response.status, waited, std::chrono::steady_clock::now() - began);
}

// Head and body in one call: apart they cost a delayed acknowledgement. False where the socket couldn't take all.
bool Connection::writeAtOnce(const Response& response, bool keepAlive) {
  head_.clear();
  service_.replyHead.append(head_, response, {keepAlive, reader_.isHttp10()});
  bool const withBody = response.body && reader_.request().method != Method::head && response.status != 304;
  bool const together = withBody && response.body->size() <= smallBody;
  if (together) head_ += *response.body;
  unwritten_ = {boost::asio::buffer(head_),
                withBody && !together ? boost::asio::buffer(*response.body) : boost::asio::const_buffer{}};
  boost::system::error_code error;
  take(unwritten_[1].size() == 0 ? socket_.write_some(unwritten_[0], error) : socket_.write_some(unwritten_, error));
  return unwritten_[0].size() + unwritten_[1].size() == 0;
}

void Connection::take(std::size_t written) {
  for (auto& buffer : unwritten_) {
    auto const part = std::min(written, buffer.size());
    buffer += part;
    written -= part;
  }
}

Async<bool> Connection::writeRest() {
  deadline_ = connections_.now() + connections_.limits().answerTime;
  while (unwritten_[0].size() + unwritten_[1].size() > 0) {
    auto const [error, count] = co_await socket_.async_write_some(unwritten_, asOutcome);
    if (error) co_return false;
    take(count);
  }
  deadline_ = never;
  co_return true;
}

void Connection::finishRequest() {
  if (holdsLargeBody_) connections_.giveLargeBody();
  holdsLargeBody_ = false;
  served_ = true;
  reader_.next();
}

// Reads what the peer still sends: closing on unread bytes would reset the connection and the answer with it.
Async<void> Connection::linger() {
  boost::system::error_code ignored;
  socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
  waitFor(Waiting::goodbye);
  std::array<char, 4096> rest;
  while (true) {
    auto const [error, count] = co_await socket_.async_read_some(boost::asio::buffer(rest), asOutcome);
    if (error) co_return;
  }
}

Connection::Waiting Connection::whatIsMissing() const {
  if (reader_.isIdle()) return Waiting::idle;
  return reader_.hasHead() ? Waiting::body : Waiting::head;
}

bool Connection::isHalfway() const {
  return waiting_ == Waiting::head || waiting_ == Waiting::body;
}

// A deadline counts from the first byte of what is waited for: drips don't move it.
void Connection::waitFor(Waiting waiting) {
  expired_ = false;
  if (waiting_ == waiting) return;
  const auto& limits = connections_.limits();
  std::array<Instant, 5> const times{0, served_ ? limits.idleTime : limits.headerTime, limits.headerTime,
                                     limits.bodyTime, goodbyeTime};
  waiting_ = waiting;
  membership_.waitFromNow();
  deadline_ = waiting == Waiting::events ? never : connections_.now() + times[static_cast<std::size_t>(waiting)];
}

void Connection::stopWaiting() {
  waiting_ = Waiting::no;
  membership_.stopWaiting();
  deadline_ = never;
}

void Connection::expire() {
  expired_ = true;
  boost::system::error_code ignored;
  isHalfway() ? socket_.cancel(ignored) : socket_.close(ignored);
}

void Connection::endIfIdle() {
  if (events_) events_->wake();  // it sees the drain and ends
  boost::system::error_code ignored;
  if (waiting_ == Waiting::idle && socket_.available(ignored) == 0) end();
}

// Closed, it waits no longer: whoever looks for the longest waiting finds another.
void Connection::end() {
  stopWaiting();
  boost::system::error_code ignored;
  socket_.close(ignored);
  if (events_) events_->wake();
}

}  // namespace senkoi::server::http
