// The process itself under the names that every Prometheus client uses. Any thread.
#pragma once

#include <prometheus/metric_family.h>

#include <vector>

namespace senkoi::server::metrics {

// Leaves out what this system doesn't tell.
void addProcess(std::vector<prometheus::MetricFamily>& families);

}  // namespace senkoi::server::metrics
