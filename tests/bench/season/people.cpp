#include "tests/bench/season/people.hpp"

#include <algorithm>

#include "server/demo/applicants.hpp"
#include "server/demo/people.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::bench {
namespace {

using server::store::DemoApplicant;

constexpr std::uint32_t firstRegistryNumber = 1'000'000;  // the demo's have a leading zero

constexpr std::size_t stride = 7919;  // a prime: the first few people are of every field

// An instant of the demo's days of applying, at the same place in the bench's.
Instant moved(Instant at, Instant from, Instant now) {
  const Instant began = server::demo::seasonOf2019().rounds.front().registration.from;
  return from + (at - began) * (now - from) / (server::demo::opening() - began);
}

}  // namespace

std::vector<DemoApplicant> makeEarlier(const Programs& programs, std::uint32_t count, const std::string& passwordHash,
                                       Instant from, Instant now) {
  auto applicants = server::demo::makeApplicants(programs, count, passwordHash);
  for (DemoApplicant& applicant : applicants) {
    applicant.account.registeredAt = std::min(from, now);
    if (from >= now) applicant.applications.clear();
    for (auto& application : applicant.applications) {
      application.appliedAt = moved(application.appliedAt, from, now);
      application.changedAt = moved(application.changedAt, from, now);
    }
  }
  return applicants;
}

DemoApplicant makePerson(const Programs& programs, std::uint32_t earlier, std::uint32_t number,
                         const std::string& passwordHash) {
  const auto& program = programs[std::size_t{number} * stride % programs.size()];
  auto account = server::demo::makeAccount(earlier + number + 1, program.field, program.prefecture);
  account.mail = "applicant" + std::to_string(number) + "@mail.example.jp";
  account.data.registryNumber = std::to_string(firstRegistryNumber + number);
  return {std::move(account), passwordHash, {}};
}

}  // namespace senkoi::bench
