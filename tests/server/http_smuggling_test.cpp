// Requests that two readers could read differently are refused, and nothing after them in the stream is heard
// (reliability 32; RFC 9112, 11.2). Each row is sent with a second request behind it; one answer may come back.
#include <gtest/gtest.h>

#include "http_client.hpp"
#include "http_server.hpp"

namespace senkoi::server::http::tests {
namespace {

struct Row {
  const char* name;
  std::string_view bytes;
};

// NUL inside literals: keep the length.
template <std::size_t Size>
constexpr std::string_view raw(const char (&text)[Size]) {
  return {text, Size - 1};
}

constexpr std::string_view hidden = "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n";

const Row refused[] = {
    {"CookieAfterAnEmptyOne", "GET / HTTP/1.1\r\nHost: a\r\nCookie:\r\nCookie: a=b\r\n\r\n"},
    {"OriginAfterAnEmptyOne", "GET / HTTP/1.1\r\nHost: a\r\nOrigin:\r\nOrigin: https://a\r\n\r\n"},
    {"LengthAndChunked",
     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"ChunkedAndLength",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"},
    {"TwoLengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbodyx"},
    {"TwoEqualLengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nbody"},
    {"ListOfLengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\nbody"},
    {"LengthWithPlus", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nbody"},
    {"NegativeLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -4\r\n\r\nbody"},
    {"HexLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x4\r\n\r\nbody"},
    {"EmptyLength", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\nbody"},
    {"LengthOverflow", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551620\r\n\r\nbody"},
    {"ChunkedThenIdentity", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"},
    {"IdentityThenChunked", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n"},
    {"TwoEncodings",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"UnknownEncoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
    {"QuotedEncoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
    {"EncodingWithVerticalTab", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n"},
    {"ChunkedInHttp10", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    {"SpaceBeforeColon", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 4\r\n\r\nbody"},
    {"SpaceInName", "POST / HTTP/1.1\r\nHost: a\r\nContent Length: 4\r\n\r\nbody"},
    {"FoldedLine", "POST / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\nContent-Length: 0\r\n\r\n"},
    {"FoldedEncoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"},
    {"FoldedFirstField", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"},
    {"BareLineFeeds", "GET / HTTP/1.1\nHost: a\n\n"},
    {"BareLineFeedInHead", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"},
    {"BareLineFeedAtEnd", "GET / HTTP/1.1\r\nHost: a\r\n\n"},
    {"BareReturn", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"},
    {"NulInTarget", raw("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n")},
    {"NulInValue", raw("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n")},
    {"NulInName", raw("GET / HTTP/1.1\r\nHost: a\r\nX\0: b\r\n\r\n")},
    {"EscapeInValue", "GET / HTTP/1.1\r\nHost: a\r\nX: \x1b[2J\r\n\r\n"},
    {"NoColon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n"},
    {"EmptyName", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"},
    {"EmptyLineFirst", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"NoHost", "GET / HTTP/1.1\r\nX: a\r\n\r\n"},
    {"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
    {"EmptyHost", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
    {"HostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
    {"HostWithUser", "GET / HTTP/1.1\r\nHost: x@a\r\n\r\n"},
    {"OtherAuthority", "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"OtherScheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"NoSlash", "GET x HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"Fragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"EncodedNul", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"BrokenEscape", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"RawUtf8", "GET /\xe5\x8c\xbb HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"AsteriskForGet", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"TwoSpaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"TabsInRequestLine", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"},
    {"NoVersion", "GET /\r\nHost: a\r\n\r\n"},
    {"Version09", "GET / HTTP/0.9\r\nHost: a\r\n\r\n"},
    {"Version12", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"},
    {"Http2Preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"TrailingSpaceAfterVersion", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"},
    {"LowerCaseVersion", "GET / http/1.1\r\nHost: a\r\n\r\n"},
    {"BadMethod", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"UnknownExpectation", "POST / HTTP/1.1\r\nHost: a\r\nExpect: miracle\r\nContent-Length: 0\r\n\r\n"},
    {"TwoCookies", "GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1\r\nCookie: a=2\r\n\r\n"},
    {"TwoOrigins", "GET / HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nOrigin: http://b\r\n\r\n"},
    {"TwoTypes", "GET / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Type: application/json\r\n\r\n"},
    {"TlsHello", raw("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")},
};

const Row badChunks[] = {
    {"HexPrefix", "0x1\r\na\r\n0\r\n\r\n"},
    {"Plus", "+1\r\na\r\n0\r\n\r\n"},
    {"Minus", "-1\r\na\r\n0\r\n\r\n"},
    {"LeadingSpace", " 1\r\na\r\n0\r\n\r\n"},
    {"Empty", "\r\na\r\n0\r\n\r\n"},
    {"NotHex", "g\r\na\r\n0\r\n\r\n"},
    {"Overflow", "10000000000000001\r\na\r\n0\r\n\r\n"},
    {"TooShort", "1\r\nab\r\n0\r\n\r\n"},
    {"BareLineFeed", "1\na\n0\n\n"},
    {"NoReturnAfterData", "1\r\na\n0\r\n\r\n"},
    {"LineFeedInExtension", "1;a\nb\r\na\r\n0\r\n\r\n"},
    {"TrailerWithLength", "1\r\na\r\n0\r\nContent-Length: 3\r\n\r\n"},
};

// Sends it with another request behind; what comes back until the server closes.
std::string answerTo(std::string_view bytes, bool& hiddenWasHeard) {
  bool heard = false;
  HttpServer server([&](Request& request) {
    heard |= request.path == "/hidden";
    return text(200, "heard");
  });
  Client client(server.port());
  client.send(std::string{bytes} + std::string{hidden});
  client.endSending();
  auto const answer = client.receiveAll();
  hiddenWasHeard = heard;
  return answer;
}

class Smuggling : public testing::TestWithParam<Row> {};

TEST_P(Smuggling, IsRefusedAndNothingBehindItIsHeard) {
  bool hiddenWasHeard = false;
  auto const answer = answerTo(GetParam().bytes, hiddenWasHeard);
  EXPECT_EQ(statusOf(answer), "400");
  EXPECT_FALSE(hiddenWasHeard);
  EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << "a second answer came";
}

std::string nameOf(const testing::TestParamInfo<Row>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Head, Smuggling, testing::ValuesIn(refused), nameOf);

class BadChunk : public testing::TestWithParam<Row> {};

TEST_P(BadChunk, IsRefusedAndNothingBehindItIsHeard) {
  bool hiddenWasHeard = false;
  auto const head = std::string{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"};
  auto const answer = answerTo(head + std::string{GetParam().bytes}, hiddenWasHeard);
  EXPECT_EQ(statusOf(answer), "400");
  EXPECT_FALSE(hiddenWasHeard);
}

INSTANTIATE_TEST_SUITE_P(Body, BadChunk, testing::ValuesIn(badChunks), nameOf);

// The control: what is right passes, so that the rows above are refused for what they show.
const Row right[] = {
    {"Plain", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"AbsoluteForm", "GET http://a/x HTTP/1.1\r\nHost: a\r\n\r\n"},
    {"Length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody"},
    {"Chunked", "POST / HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"},
    {"ListTwice", "GET / HTTP/1.1\r\nHost: [::1]:80\r\nAccept-Language: en\r\nAccept-Language: ja\r\n\r\n"},
};

class Right : public testing::TestWithParam<Row> {};

TEST_P(Right, PassesAndTheNextIsHeard) {
  bool hiddenWasHeard = false;
  auto const answer = answerTo(GetParam().bytes, hiddenWasHeard);
  EXPECT_EQ(statusOf(answer), "200");
  EXPECT_TRUE(hiddenWasHeard);
}

INSTANTIATE_TEST_SUITE_P(Control, Right, testing::ValuesIn(right), nameOf);

}  // namespace
}  // namespace senkoi::server::http::tests
