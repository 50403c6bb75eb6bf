#include "server/metrics/metrics.hpp"

#include <prometheus/text_serializer.h>

#include <algorithm>

#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/base/log.hpp"
#include "server/http/connections.hpp"
#include "server/http/negotiation.hpp"
#include "server/json/problem.hpp"
#include "server/mail/queue_status.hpp"
#include "server/metrics/family.hpp"
#include "server/metrics/process.hpp"
#include "server/metrics/unnamed_proxies.hpp"
#include "server/operations/store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::metrics {
namespace {

using prometheus::MetricType;

// Seconds. A read takes microseconds, a durable write some milliseconds, a log-in 20 and its time in the queue.
const prometheus::Histogram::BucketBoundaries bounds{.0001, .0005, .001, .0025, .005, .01, .025, .05,
                                                     .1,    .25,   .5,   1,     2.5,  5,   10};

prometheus::ClientMetric labelled(prometheus::ClientMetric metric, std::string name, std::string value) {
  metric.label.push_back({std::move(name), std::move(value)});
  return metric;
}

// 0 where there is no such file (yet).
std::uintmax_t sizeOf(const std::filesystem::path& file) {
  std::error_code error;
  auto const size = std::filesystem::file_size(file, error);
  return error ? 0 : size;
}

http::Response refusal(const http::Request& request, Code code) {
  return json::problem({code, {}, 0}, http::language(request));
}

}  // namespace

Metrics::Metrics(Sources sources) : sources_(std::move(sources)), atOnce_(bounds), waited_(bounds) {}

void Metrics::answered(int status, bool waited, std::chrono::nanoseconds took) {
  ++answers_.at(static_cast<std::size_t>(status));
  (waited ? waited_ : atOnce_).Observe(std::chrono::duration<double>(took).count());
}

http::RequestHandler Metrics::requestHandler() {
  return {[](const http::Request&) { return std::size_t{0}; },
          [this](const http::Request& request) -> http::Answer { return answerOrRefuse(request); }, refusal};
}

// The database may be what fails, and then the log says so.
http::Response Metrics::answerOrRefuse(const http::Request& request) {
  try {
    return answer(request);
  } catch (const std::exception& failure) {
    log::error("metrics_failed", {{"why", failure.what()}});
    return refusal(request, Code::internalError);
  }
}

http::Response Metrics::answer(const http::Request& request) {
  if (request.path != "/metrics") return refusal(request, Code::notFound);
  if (request.method != http::Method::get && request.method != http::Method::head) {
    auto response = refusal(request, Code::methodNotAllowed);
    response.headers.emplace_back("allow", "GET, HEAD");
    return response;
  }
  auto text = std::make_shared<const std::string>(prometheus::TextSerializer{}.Serialize(collect()));
  return {200, "text/plain; version=0.0.4; charset=utf-8", std::move(text), {{"cache-control", "no-store"}}};
}

Metrics::Families Metrics::collect() {
  Families families;
  families.push_back(gauge("senkoi_build_info", "1; the label tells the version that runs.", 1));
  families.back().metric[0].label.push_back({"version", SENKOI_VERSION});
  addConnections(families);
  addAnswers(families);
  addWrites(families);
  addPasswords(families);
  addLimits(families);
  addLetters(families);
  addFiles(families);
  addProcess(families);
  return families;
}

void Metrics::addConnections(Families& families) const {
  auto const& connections = sources_.connections;
  families.push_back(gauge("senkoi_connections", "Clients connected.", connections.size()));
  families.push_back(gauge("senkoi_connections_of_one_network", "The most that one address, or network of IPv6, holds.",
                           connections.mostOfOneNetwork()));
  families.push_back(counter("senkoi_connections_crowded_total",
                             "Newcomers that took the place of a waiting connection, or found none.",
                             connections.crowdedOut()));
}

void Metrics::addAnswers(Families& families) const {
  prometheus::MetricFamily answers{"senkoi_answers_total", "Answers by HTTP status.", MetricType::Counter, {}};
  for (std::size_t status = 0; status < answers_.size(); ++status) {
    if (answers_[status] == 0) continue;
    prometheus::ClientMetric metric;
    metric.counter.value = static_cast<double>(answers_[status]);
    answers.metric.push_back(labelled(std::move(metric), "status", std::to_string(status)));
  }
  families.push_back(std::move(answers));
  families.push_back(
      {"senkoi_answer_seconds",
       "From a whole request to its answer: made at once, or by one that may wait for a durable write or a hash.",
       MetricType::Histogram,
       {labelled(atOnce_.Collect(), "made", "at_once"), labelled(waited_.Collect(), "made", "waited")}});
}

void Metrics::addWrites(Families& families) const {
  auto const writes = sources_.writer.figures();
  families.push_back(gauge("senkoi_writes_waiting", "Operations that wait for the writer.", writes.waiting));
  families.push_back(counter("senkoi_writes_total", "Operations run by the writer.", writes.operations));
  families.push_back(counter("senkoi_commits_failed_total",
                             "Transactions that could not be made durable: nothing of them is stored.", writes.failed));
  prometheus::ClientMetric metric;
  metric.summary.sample_count = writes.batches;
  metric.summary.sample_sum = writes.seconds;
  families.push_back(family(MetricType::Summary, "senkoi_transaction_seconds",
                            "From taking waiting operations up until they are durable, or given up.",
                            std::move(metric)));
}

void Metrics::addPasswords(Families& families) const {
  auto const passwords = sources_.passwords.figures();
  families.push_back(gauge("senkoi_passwords_waiting", "Passwords that wait to be hashed.", passwords.waiting));
  families.push_back(counter("senkoi_passwords_hashed_total", "Passwords hashed.", passwords.hashed));
}

void Metrics::addLimits(Families& families) const {
  families.push_back(gauge("senkoi_limits_full",
                           "1 once a table of the limits has been full: newcomers are counted in groups while it is.",
                           sources_.limiter.isSharing() || sources_.throttle.isSharing() ? 1 : 0));
  families.push_back(counter("senkoi_requests_of_unnamed_proxies_total",
                             "Requests with X-Forwarded-For from a peer that --proxies does not name; all who come "
                             "through it are limited as one.",
                             sources_.unnamedProxies.requests()));
}

void Metrics::addLetters(Families& families) const {
  auto const letters = sources_.reader.lettersWaiting();
  Instant const age = letters.oldest ? std::max<Instant>(0, sources_.clock() - *letters.oldest) : 0;
  families.push_back(gauge("senkoi_letters_waiting", "Letters that no SMTP server has taken yet.", letters.waiting));
  families.push_back(gauge("senkoi_letters_oldest_seconds", "How long the oldest of them has waited.",
                           static_cast<double>(age) / 1000));
  families.push_back(gauge("senkoi_letters_refused", "Letters given up, kept for 30 days.", letters.refused));
  auto const queue = sources_.mailQueue.get();
  prometheus::MetricFamily states{
      "senkoi_mail_queue", "1 for how letters stand: running, or all waiting.", MetricType::Gauge, {}};
  for (auto const kind : mail::QueueState::kinds) {
    prometheus::ClientMetric metric;
    metric.gauge.value = kind == queue.kind ? 1 : 0;
    states.metric.push_back(labelled(std::move(metric), "state", std::string{name(kind)}));
  }
  families.push_back(std::move(states));
}

void Metrics::addFiles(Families& families) const {
  auto wal = sources_.database;
  wal += "-wal";
  families.push_back(gauge("senkoi_database_bytes", "Size of the database.", sizeOf(sources_.database)));
  families.push_back(gauge("senkoi_database_wal_bytes", "Size of its write-ahead log.", sizeOf(wal)));
}

}  // namespace senkoi::server::metrics
