// JSON bodies: limits and the one repair (reliability 24, 29, 30).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/json/parse.hpp"

namespace senkoi::server::json {
namespace {

std::string nested(int depth) {
  return R"({"a":)" + std::string(static_cast<std::size_t>(depth - 1), '[') +
         std::string(static_cast<std::size_t>(depth - 1), ']') + "}";
}

TEST(Tamed, LoneSurrogatesBecomeTheReplacementCharacter) {
  const std::pair<const char*, const char*> rows[]{
      {R"("\ud800")", R"("\ufffd")"},
      {R"("\udc00")", R"("\ufffd")"},
      {R"("\uD842\uDFB7")", R"("\uD842\uDFB7")"},
      {R"("\ud800\ud800\udc00")", R"("\ufffd\ud800\udc00")"},
      {R"("\ud800x")", R"("\ufffdx")"},
      {R"("\\ud800")", R"("\\ud800")"},
      {R"("\\\ud800")", R"("\\\ufffd")"},
      {R"("\u00")", R"("\u00")"},
      {R"("\)", R"("\)"},
  };
  for (const auto& [text, tame] : rows) EXPECT_EQ(tamed(text), tame);
}

TEST(Tamed, EightLevelsAreEnough) {
  EXPECT_TRUE(tamed(nested(8)));
  EXPECT_FALSE(tamed(nested(9)));
  EXPECT_TRUE(tamed(R"({"a":"[[[[[[[[[[[[[[["})")) << "brackets in a text are text";
  EXPECT_FALSE(tamed(std::string(1'000'000, '[')));
}

TEST(ParseObject, TakesOneObjectAndNothingElse) {
  for (const char* const good : {"{}", R"({"a":"b"})", " {\"a\" : [1, {}]}\n"}) EXPECT_TRUE(parseObject(good)) << good;
  for (const char* const bad :
       {"", "null", "[]", "7", "{", "{}{}", R"({"a":})", R"({a:1})", R"({"a":1,})", R"({"a":1,"a":2})",
        "{\"a\":\"\xff\"}", "{\"a\":\"\xed\xa0\x80\"}", R"({"a":"\u12"})", R"({"a":NaN})"})
    EXPECT_FALSE(parseObject(bad)) << bad;
  EXPECT_TRUE(parseObject(R"({"a":{"b":1},"c":{"b":2}})")) << "the same key in two objects is fine";
}

TEST(ParseObject, NulStaysInTheText) {
  const auto parsed = parseObject(R"({"a":"x\u0000y"})");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->at("a").get<std::string>().size(), 3u);
}

}  // namespace
}  // namespace senkoi::server::json
