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
  for (const auto& [text, tame] : rows) EXPECT_EQ(sanitizeSurrogates(text), tame);
}

TEST(Tamed, EightLevelsAreEnough) {
  EXPECT_TRUE(sanitizeSurrogates(nested(8)));
  EXPECT_FALSE(sanitizeSurrogates(nested(9)));
  EXPECT_TRUE(sanitizeSurrogates(R"({"a":"[[[[[[[[[[[[[[["})")) << "brackets in a text are text";
  EXPECT_FALSE(sanitizeSurrogates(std::string(1'000'000, '[')));
}

Code codeOf(std::string_view text, Nesting nesting = Nesting::nested) {
  return parseObject(text, nesting).code;
}

TEST(ParseObject, TakesOneObjectAndNothingElse) {
  for (const char* const good : {"{}", R"({"a":"b"})", " {\"a\" : [1, {}]}\n"})
    EXPECT_EQ(codeOf(good), Code::ok) << good;
  for (const char* const bad : {"", "null", "[]", "7", "[{}]", "{", "{}{}", R"({"a":})", R"({a:1})", R"({"a":1,})",
                                R"({"a":1]})", R"({"a":[1})", "{\"a\":\"\xff\"}", "{\"a\":\"\xed\xa0\x80\"}",
                                R"({"a":"\u12"})", R"({"a":NaN})", R"({"a":1e999})"}) {
    EXPECT_EQ(codeOf(bad), Code::malformedJson) << bad;
    EXPECT_FALSE(parseObject(bad, Nesting::nested).object) << bad;
  }
}

TEST(ParseObject, BuildsWhatTheTextSays) {
  const std::string text =
      R"({"a":{"b":[1,-2,3.5,null,true,"x",[],{}],"c":{"d":[[1],[2]]}},"e":false,"f":"","":"empty key"})";
  const Parsed parsed = parseObject(text, Nesting::nested);
  ASSERT_TRUE(parsed.object);
  EXPECT_EQ(*parsed.object, nlohmann::json::parse(text));
}

TEST(ParseObject, AKeyThatComesTwiceInOneObjectIsRefusedAtEachDepth) {
  for (const char* const twice : {R"({"a":1,"a":2})", R"({"a":1,"b":2,"a":1})", R"({"a":{"b":1,"b":1}})",
                                  R"({"a":[{"b":1},{"b":1,"b":2}]})", "{\"a\":1,\"\\u0061\":2}"})
    EXPECT_EQ(codeOf(twice), Code::malformedJson) << twice;
  EXPECT_EQ(codeOf(R"({"a":{"b":1},"c":{"b":2}})"), Code::ok) << "the same key in two objects is fine";
}

TEST(ParseObject, AFlatFormTakesTextsNumbersAndTruthsAlone) {
  EXPECT_EQ(codeOf(R"({"a":"b","c":1,"d":true,"e":null})", Nesting::flat), Code::ok);
  for (const char* const nestedValue : {R"({"a":"b","list":[]})", R"({"list":{}})", R"({"list":[{},{}],"a":"b"})"}) {
    const Parsed parsed = parseObject(nestedValue, Nesting::flat);
    EXPECT_EQ(parsed.code, Code::notAText) << nestedValue;
    EXPECT_EQ(parsed.item, "list") << nestedValue;
  }
  // Nothing behind the first brace is looked at: not even whether it is JSON.
  EXPECT_EQ(codeOf(R"({"list":[ what follows is no JSON)", Nesting::flat), Code::notAText);
}

TEST(ParseObject, AnObjectHasNoMoreMembersThanAnyForm) {
  std::string text = "{\"n0\":0";
  for (std::size_t n = 1; n < mostMembers; ++n) text += ",\"n" + std::to_string(n) + "\":0";
  EXPECT_EQ(codeOf(text + "}", Nesting::flat), Code::ok);
  const Parsed parsed = parseObject(text + ",\"more\":0}", Nesting::flat);
  EXPECT_EQ(parsed.code, Code::unknownItem);
  EXPECT_EQ(parsed.item, "more");
}

TEST(ParseObject, ABodyHasNoMoreValuesThanTheLongestForm) {
  const auto listOf = [](std::size_t values) {
    std::string text = "{\"list\":[0";
    for (std::size_t n = 2; n < values; ++n) text += ",0";  // the list is a value as well
    return text + "]}";
  };
  EXPECT_EQ(codeOf(listOf(mostValues)), Code::ok);
  EXPECT_EQ(codeOf(listOf(mostValues + 1)), Code::bodyTooLarge);
}

TEST(ParseObject, NulStaysInTheText) {
  const Parsed parsed = parseObject(R"({"a":"x\u0000y"})", Nesting::flat);
  ASSERT_TRUE(parsed.object);
  EXPECT_EQ(parsed.object->at("a").get<std::string>().size(), 3u);
}

}  // namespace
}  // namespace senkoi::server::json
