// The doctors who registered and applied before the demo opens. Pure; deterministic.
#pragma once

#include <string>
#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::server::demo {

// `count` accounts, 97 of 100 with a live application of round 1, spread over the programs so that some have more
// applicants than seats. All have the same password's hash: nobody knows it.
std::vector<store::DemoApplicant> makeApplicants(const std::vector<store::Program>& programs, std::uint32_t count,
                                                 const std::string& passwordHash);

// A log-in for trying, to be told on the command line.
struct LogIn {
  std::string userId, password;
  const char* what;  // whom one plays with it
};
std::vector<LogIn> knownLogIns();

// Their accounts, in the same order: one has not applied yet, one has.
std::vector<store::DemoApplicant> makeKnownApplicants(const std::vector<store::Program>& programs,
                                                      const std::string& passwordHash);

}  // namespace senkoi::server::demo
