// Who is there when the bench begins: applicants of the days before, and accounts whose people the bench plays. Pure;
// deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::bench {

using Programs = std::vector<server::store::Program>;

// As in the demo, their applications between the registration period's beginning and now; where it is still to begin
// they have only registered.
std::vector<server::store::DemoApplicant> makeEarlier(const Programs&, std::uint32_t count,
                                                      const std::string& passwordHash, Instant from, Instant now);

// The account numbered `number`, from 0, with a mail address, after `earlier` others; its field has programs.
server::store::DemoApplicant makePerson(const Programs&, std::uint32_t earlier, std::uint32_t number,
                                        const std::string& passwordHash);

}  // namespace senkoi::bench
