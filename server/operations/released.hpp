// Whether the results of a round may show at their time, as SQL over round JOIN season: no release was asked for, the
// letters are out, or two people have released them (S4).
#pragma once

#include <string_view>

namespace senkoi::server::store {

inline constexpr std::string_view released =
    "(release_needed = 0 OR announced_at IS NOT NULL OR 2 <= (SELECT count(*) FROM round_release r"
    " WHERE r.start_year = round.start_year AND r.round = round.round))";

}  // namespace senkoi::server::store
