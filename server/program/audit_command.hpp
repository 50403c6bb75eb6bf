// `senkoi audit verify` and `senkoi audit head`. Throw std::runtime_error or store::Failure with what was found.
#pragma once

#include <string>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server {

// `heads`: as the server printed them, kept outside the database.
void verifyAudit(const Configuration& configuration, const std::vector<std::string>& heads);
void printAuditHead(const Configuration& configuration);

}  // namespace senkoi::server
