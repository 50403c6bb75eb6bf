#include "server/json/body.hpp"

#include <algorithm>

namespace senkoi::server::json {
namespace {

constexpr std::size_t mostUnknown = 20;
constexpr std::size_t longestName = 64;

[[noreturn]] void refuseItem(const std::string& name, Code code) {
  throw ApiError{Code::formRefused, {{name, code}}};
}

}  // namespace

JsonObject bodyOf(std::string_view text, Nesting nesting) {
  Parsed parsed = parseObject(text, nesting);
  if (parsed.object) return std::move(*parsed.object);
  if (parsed.item) refuseItem(parsed.item->substr(0, longestName), parsed.code);
  throw ApiError{parsed.code};
}

std::string extractText(JsonObject& body, const std::string& name) {
  const auto found = body.find(name);
  if (found == body.end()) return {};
  if (!found->is_string()) refuseItem(name, Code::notAText);
  std::string text = std::move(found->get_ref<std::string&>());
  body.erase(found);
  return text;
}

Field extractField(JsonObject& body) {
  const auto field = fieldOf(extractText(body, "field"));
  if (!field) refuseItem("field", Code::unknownField);
  return *field;
}

Language extractLanguage(JsonObject& body, Language otherwise) {
  if (!body.contains("language")) return otherwise;
  const auto language = languageOf(extractText(body, "language"));
  if (!language) refuseItem("language", Code::unknownLanguage);
  return *language;
}

std::int64_t extractNumber(JsonObject& body, const std::string& name) {
  const auto found = body.find(name);
  if (found == body.end()) refuseItem(name, Code::choiceRequired);
  if (!found->is_number_integer()) refuseItem(name, Code::choiceUnknown);
  const auto id = found->get<std::int64_t>();
  body.erase(found);
  return id;
}

bool extractFlag(JsonObject& body, const std::string& name) {
  const auto found = body.find(name);
  if (found == body.end()) return false;
  if (!found->is_boolean()) refuseItem(name, Code::choiceUnknown);
  const bool truth = found->get<bool>();
  body.erase(found);
  return truth;
}

std::vector<Finding> unknownItems(const JsonObject& body, const std::vector<std::string_view>& known) {
  std::vector<Finding> unknown;
  for (auto item = body.begin(); item != body.end() && unknown.size() < mostUnknown; ++item) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end())
      unknown.emplace_back(item.key().substr(0, longestName), Code::unknownItem);
  }
  return unknown;
}

void refuseRest(const JsonObject& body) {
  auto unknown = unknownItems(body, {});
  if (!unknown.empty()) throw ApiError{Code::formRefused, std::move(unknown)};
}

}  // namespace senkoi::server::json
