#include "server/json/form.hpp"

#include <algorithm>

namespace senkoi::server::json {
namespace {

constexpr std::size_t mostUnknown = 20;
constexpr std::size_t longestName = 64;

}  // namespace

std::vector<Finding> unknownItems(const nlohmann::json& body, const std::vector<std::string_view>& known) {
  std::vector<Finding> unknown;
  for (auto item = body.begin(); item != body.end() && unknown.size() < mostUnknown; ++item) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end())
      unknown.emplace_back(item.key().substr(0, longestName), Code::unknownItem);
  }
  return unknown;
}

std::string takeText(nlohmann::json& body, const std::string& name) {
  const auto found = body.find(name);
  if (found == body.end()) return {};
  if (!found->is_string()) throw Refusal{Code::formRefused, {{name, Code::notAText}}};
  std::string text = std::move(found->get_ref<std::string&>());
  body.erase(found);
  return text;
}

}  // namespace senkoi::server::json
