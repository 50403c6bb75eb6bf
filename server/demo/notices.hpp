// The demo's notices (M3.1 ②): of the 機構 to everybody, of societies to their field. Pure.
#pragma once

#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::server::demo {

std::vector<store::Notice> makeNotices();

}  // namespace senkoi::server::demo
