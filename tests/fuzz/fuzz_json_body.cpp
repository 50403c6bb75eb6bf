// Bytes as the JSON body of a request, taken apart as handlers do (reliability 24, 29, 30). Beside memory errors it
// looks for what must never be: another exception than a refusal, an object deeper than allowed, a text that is no
// UTF-8, an item that is told twice.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "server/json/body.hpp"
#include "server/json/parse.hpp"
#include "tests/fuzz/require.hpp"

namespace {

using namespace senkoi::server;
using senkoi::fuzz::require;

int depthOf(const nlohmann::json& value) {
  int deepest = 0;
  if (value.is_structured()) {
    for (const auto& inner : value) deepest = std::max(deepest, depthOf(inner));
  }
  return value.is_structured() ? deepest + 1 : 0;
}

template <class Take>
void mayRefuse(Take take) {
  try {
    take();
  } catch (const json::ApiError& refusal) {
    require(refusal.code != senkoi::Code::ok);
    json::problem(refusal, senkoi::Language::ja);
  }
}

void lookAtTamed(std::string_view text) {
  const auto tame = json::sanitizeSurrogates(text);
  if (!tame) return require(!json::parseObject(text, json::Nesting::nested).object);
  require(json::sanitizeSurrogates(*tame) == tame);
}

void takeApart(json::JsonObject body) {
  mayRefuse([&] { json::extractText(body, "text"); });
  mayRefuse([&] { json::extractField(body); });
  mayRefuse([&] { json::extractLanguage(body, senkoi::Language::en); });
  mayRefuse([&] { json::extractNumber(body, "number"); });
  mayRefuse([&] { json::extractFlag(body, "truth"); });
  require(json::unknownItems(body, {"text", "number", "truth"}).size() <= body.size());
  mayRefuse([&] { json::refuseRest(body); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  lookAtTamed(text);
  const auto object = json::parseObject(text, json::Nesting::nested).object;
  mayRefuse([&] { require(json::bodyOf(text, json::Nesting::nested) == object); });
  mayRefuse([&] {
    const auto flat = json::bodyOf(text, json::Nesting::flat);
    require(object == flat && depthOf(flat) == 1);
  });
  if (!object) return 0;
  require(object->is_object() && depthOf(*object) <= json::deepest);
  // dump() throws at what is no UTF-8.
  require(json::parseObject(object->dump(), json::Nesting::nested).object == object);
  takeApart(*object);
  return 0;
}
