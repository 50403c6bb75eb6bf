// What an operator watches (R4), as Prometheus text (exposition format 0.0.4) at /metrics of an address of its own, so
// that no proxy before the API serves it by mistake. Counts and times alone: nothing of a person, nothing of a
// decision. HTTP thread only; what it reads outlives it.
#pragma once

#include <prometheus/histogram.h>
#include <prometheus/metric_family.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "server/base/clock.hpp"
#include "server/http/request_handler.hpp"

namespace senkoi::server {

namespace store {
class Store;
class Writer;
}  // namespace store
namespace accounts {
class PasswordHasher;
class RateLimiter;
class LoginThrottle;
}  // namespace accounts
namespace http {
class Connections;
}
namespace mail {
class QueueStatus;
}

namespace metrics {

class UnnamedProxies;

struct Sources {
  const http::Connections& connections;
  const store::Writer& writer;
  const accounts::PasswordHasher& passwords;
  const accounts::RateLimiter& limiter;
  const accounts::LoginThrottle& throttle;
  const UnnamedProxies& unnamedProxies;
  store::Store& reader;
  const mail::QueueStatus& mailQueue;
  std::filesystem::path database;
  Clock clock;
};

class Metrics {
 public:
  explicit Metrics(Sources sources);

  // On the way of every answer.
  void answered(int status, bool waited, std::chrono::nanoseconds took);

  http::RequestHandler requestHandler();

 private:
  using Families = std::vector<prometheus::MetricFamily>;

  http::Response answerOrRefuse(const http::Request& request);
  http::Response answer(const http::Request& request);
  Families collect();
  void addAnswers(Families& families) const;
  void addWrites(Families& families) const;
  void addPasswords(Families& families) const;
  void addConnections(Families& families) const;
  void addLimits(Families& families) const;
  void addLetters(Families& families) const;
  void addFiles(Families& families) const;

  Sources const sources_;
  std::array<std::uint64_t, 600> answers_{};  // by status
  prometheus::Histogram atOnce_, waited_;     // seconds
};

}  // namespace metrics
}  // namespace senkoi::server
