// Families of one figure, in the names and units that Prometheus asks for: _total for counters, seconds, bytes.
#pragma once

#include <prometheus/metric_family.h>

#include <string>
#include <vector>

namespace senkoi::server::metrics {

inline prometheus::MetricFamily family(prometheus::MetricType type, std::string name, std::string help,
                                       prometheus::ClientMetric metric) {
  return {std::move(name), std::move(help), type, {std::move(metric)}};
}

template <class Number>
prometheus::MetricFamily counter(std::string name, std::string help, Number value) {
  prometheus::ClientMetric metric;
  metric.counter.value = static_cast<double>(value);
  return family(prometheus::MetricType::Counter, std::move(name), std::move(help), std::move(metric));
}

template <class Number>
prometheus::MetricFamily gauge(std::string name, std::string help, Number value) {
  prometheus::ClientMetric metric;
  metric.gauge.value = static_cast<double>(value);
  return family(prometheus::MetricType::Gauge, std::move(name), std::move(help), std::move(metric));
}

}  // namespace senkoi::server::metrics
