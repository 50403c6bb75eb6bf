// "smpt-url" → "smtp-url": which of the names that exist was meant. Free function, thread-safe.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace senkoi::server {

// By edit distance (a swapped pair counts once), without regard to case; '_' is as good as '-'. None where nothing is
// near: more than a third of the name would have to change.
std::optional<std::string> nearestName(std::string_view name, std::span<const std::string> names);

}  // namespace senkoi::server
