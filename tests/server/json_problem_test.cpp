// Refusals as problem+json: every code has a status and a sentence in both languages (RFC 9457).
#include <gtest/gtest.h>

#include "senkoi/codes/code_table.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::json {
namespace {

TEST(Problem, EveryCodeIsToldInBothLanguagesWithAnErrorsStatus) {
  for (std::size_t i = 1; i < codeCount; ++i) {
    const Code code = static_cast<Code>(i);
    for (const Language language : {Language::ja, Language::en}) {
      const auto response = problem({code, {{Item::familyName, code, {2, 5}}}}, language);
      EXPECT_TRUE(response.status >= 400 && response.status < 600) << key(code);
      EXPECT_EQ(response.body->find(R"("message":"")"), std::string::npos) << key(code);
      for (const char* const place : {"{min}", "{max}", "{label}"})
        EXPECT_EQ(response.body->substr(response.body->find("errors")).find(place), std::string::npos) << key(code);
    }
  }
}

TEST(Problem, T5_ARefusalNamesWhatItIsAboutAndTheNumber) {
  ApiError refusal{Code::limitReached};
  refusal.about = "連携枠";
  refusal.limit = 123;
  const std::string body = *problem(refusal, Language::ja).body;
  EXPECT_NE(body.find("「連携枠」は上限の123名に達している"), std::string::npos) << body;
  EXPECT_EQ(body.find('{', 1), std::string::npos) << "nothing is left to fill in";
}

TEST(Problem, SaysWhenToComeBack) {
  const auto response = problem({Code::tooManyAttempts, {}, 17}, Language::en);
  EXPECT_EQ(response.status, 429);
  EXPECT_EQ(response.header("retry-after"), "17");
  EXPECT_EQ(response.header("cache-control"), "no-store");
}

TEST(Problem, BytesThatAreNoTextDoNotBreakTheAnswer) {
  const auto response = problem({Code::formRefused, {{std::string("\xe9\x9d"), Code::unknownItem}}}, Language::ja);
  EXPECT_EQ(response.status, 422);
  EXPECT_NE(response.body->find("\xef\xbf\xbd"), std::string::npos);
}

}  // namespace
}  // namespace senkoi::server::json
