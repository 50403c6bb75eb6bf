// The parts of the HTTP layer that need no socket.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "server/http/negotiation.hpp"
#include "server/http/origins.hpp"
#include "server/http/proxies.hpp"
#include "server/http/reply_head.hpp"
#include "server/http/static_files.hpp"
#include "server/http/target.hpp"

namespace senkoi::server::http::tests {
namespace {

Request with(std::string_view name, std::string_view value) {
  Request request;
  request.headers.push_back({name, value});
  return request;
}

TEST(QueryValue, ReadsWhatABrowserWrites) {
  EXPECT_EQ(queryValue("name=%E5%8C%BB%E9%99%A2+A&field=02", "name"), "医院 A");
  EXPECT_EQ(queryValue("name=a&name=b", "name"), "a");
  EXPECT_EQ(queryValue("name", "name"), "");
  EXPECT_EQ(queryValue("names=a", "name"), std::nullopt);
  EXPECT_EQ(queryValue("name=%G1", "name"), std::nullopt);
  EXPECT_EQ(queryValue("", "name"), std::nullopt);
}

TEST(Cookie, IsFoundByItsWholeName) {
  auto const request = with("cookie", "xsenkoi=1; senkoi=two;senkoi=3; empty=");
  EXPECT_EQ(request.cookie("senkoi"), "two");
  EXPECT_EQ(request.cookie("empty"), "");
  EXPECT_EQ(request.cookie("enkoi"), "");
}

TEST(Negotiation, JapaneseUnlessEnglishWeighsMore) {
  EXPECT_EQ(language(Request{}), Language::ja);
  EXPECT_EQ(language(with("accept-language", "en")), Language::en);
  EXPECT_EQ(language(with("accept-language", "en-US,en;q=0.9,ja;q=0.8")), Language::en);
  EXPECT_EQ(language(with("accept-language", "ja, en")), Language::ja);
  EXPECT_EQ(language(with("accept-language", "fr, en;q=0.1")), Language::en);
  EXPECT_EQ(language(with("accept-language", "en;q=0")), Language::ja);
  EXPECT_EQ(language(with("accept-language", ";;q=,,")), Language::ja);
}

TEST(Negotiation, EncodingsByWeight) {
  EXPECT_TRUE(accepts(with("accept-encoding", "gzip, br"), "br"));
  EXPECT_FALSE(accepts(with("accept-encoding", "gzip, br;q=0"), "br"));
  EXPECT_TRUE(accepts(with("accept-encoding", "br;q=0.01"), "br"));
  EXPECT_FALSE(accepts(Request{}, "br"));
}

TEST(Negotiation, EntityTagsAreComparedWeakly) {
  EXPECT_TRUE(hasAlready(with("if-none-match", "\"a\", W/\"b\""), "\"b\""));
  EXPECT_TRUE(hasAlready(with("if-none-match", "*"), "\"b\""));
  EXPECT_FALSE(hasAlready(with("if-none-match", "\"a\""), "\"b\""));
}

TEST(Negotiation, WhoHasAnotherVersionIsSentThisOne) {
  Response const answer{200, "application/json", std::make_shared<const std::string>("{}"), {{"etag", "\"b\""}}};
  EXPECT_EQ(withoutWhatIsKnown(answer, with("if-none-match", "\"a\"")).status, 200);
  EXPECT_EQ(withoutWhatIsKnown(answer, Request{}).status, 200);
}

// Browsers renew the stored answer's fields from a 304: a page that lost its policy there came up blank on the second
// visit.
TEST(Negotiation, R20_AnAnswerThatIsKnownKeepsItsProtections) {
  Response const page{200, "text/html; charset=utf-8", std::make_shared<const std::string>("<p>"), {{"etag", "\"a\""}}};
  auto request = with("if-none-match", "\"a\"");
  auto const known = withoutWhatIsKnown(page, request);
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.body, nullptr);
  std::string whole, shortened;
  ReplyHead(false).append(whole, page, {});
  ReplyHead(false).append(shortened, known, {});
  auto const policyOf = [](const std::string& head) {
    auto const at = head.find("content-security-policy: ");
    return head.substr(at, head.find('\r', at) - at);
  };
  EXPECT_EQ(policyOf(shortened), policyOf(whole));
  request.method = Method::post;
  EXPECT_EQ(withoutWhatIsKnown(page, request).status, 200);
}

TEST(Proxies, R34_OnlyNamedOnesAreBelieved) {
  std::vector<std::string> const names{"10.0.0.0/8", "192.0.2.7", "fd00::/8"};
  Proxies const proxies(names);
  EXPECT_TRUE(proxies.contains("10.200.3.4"));
  EXPECT_TRUE(proxies.contains("::ffff:10.0.0.1"));
  EXPECT_TRUE(proxies.contains("fd12::1"));
  EXPECT_FALSE(proxies.contains("11.0.0.1"));
  EXPECT_FALSE(proxies.contains("nonsense"));
  EXPECT_EQ(proxies.client("10.0.0.1", "203.0.113.9"), "203.0.113.9");
  EXPECT_EQ(proxies.client("10.0.0.1", "1.2.3.4, 203.0.113.9, 10.9.9.9"), "203.0.113.9")
      << "what stands left may be forged";
  EXPECT_EQ(proxies.client("10.0.0.1", "1.2.3.4, nonsense"), "10.0.0.1");
  EXPECT_EQ(proxies.client("10.0.0.1", ""), "10.0.0.1");
  EXPECT_THROW(Proxies(std::vector<std::string>{"proxy.example"}), std::invalid_argument);
}

TEST(Origins, R19_SitesEmbeddersAndStrangers) {
  std::vector<std::string> const embed{"https://society.example"};
  Origins const origins("https://senkoi.example", {}, embed);
  EXPECT_EQ(origins.of(""), Origins::Kind::none);
  EXPECT_EQ(origins.of("https://senkoi.example"), Origins::Kind::site);
  EXPECT_EQ(origins.of("https://society.example"), Origins::Kind::embed);
  EXPECT_EQ(origins.of("https://senkoi.example.evil"), Origins::Kind::stranger);
  EXPECT_EQ(origins.of("http://senkoi.example"), Origins::Kind::stranger);
  EXPECT_EQ(origins.of("null"), Origins::Kind::stranger);
  Origins const loopback("http://127.0.0.1:80", {}, {});
  EXPECT_EQ(loopback.of("http://localhost:80"), Origins::Kind::site);
}

std::string headOf(std::string_view type, bool https) {
  std::string head;
  ReplyHead(https).append(head, Response{200, type, nullptr, {}}, {});
  return head;
}

TEST(ReplyHead, R20_R21_ProtectionsStandInEveryAnswer) {
  auto const page = headOf("text/html; charset=utf-8", true), data = headOf("application/json", true);
  for (const auto& head : {page, data}) {
    EXPECT_NE(head.find("x-content-type-options: nosniff\r\n"), std::string::npos);
    EXPECT_NE(head.find("referrer-policy: no-referrer\r\n"), std::string::npos);
    EXPECT_NE(head.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_NE(head.find("strict-transport-security: max-age="), std::string::npos);
    EXPECT_EQ(head.find("unsafe-inline"), std::string::npos);
    EXPECT_EQ(head.find("'unsafe-eval'"), std::string::npos);
  }
  EXPECT_NE(page.find("script-src 'self' 'wasm-unsafe-eval';"), std::string::npos);
  EXPECT_NE(page.find("require-trusted-types-for 'script'"), std::string::npos);
  EXPECT_NE(page.find("cross-origin-opener-policy: same-origin\r\n"), std::string::npos);
  EXPECT_EQ(headOf("application/json", false).find("strict-transport-security"), std::string::npos)
      << "http has none to give";
}

class StaticFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "senkoi-static-XXXXXX").string();
    root_ = mkdtemp(name.data());
    write("site/index.html", "<p>start");
    write("site/404.html", "<p>nothing here");
    write("site/assets/core-1a2b.wasm", "\0asm");
    write("site/assets/a-1.js", "plain");
    write("site/assets/a-1.js.br", "brotli");
    write("site/assets/a-1.js.gz", "gzip");
    write("secret", "secret");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& name, std::string_view content) {
    auto const path = root_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
  }

  static Response get(const StaticFiles& files, std::string_view path, std::string_view encodings = {}) {
    auto request = with("accept-encoding", encodings);
    request.path = path;
    return files.answer(request);
  }

  std::filesystem::path root_;
};

TEST_F(StaticFilesTest, ServesPagesAndHashedFiles) {
  StaticFiles const files(root_ / "site");
  auto const start = get(files, "/");
  EXPECT_EQ(*start.body, "<p>start");
  EXPECT_EQ(start.contentType, "text/html; charset=utf-8");
  EXPECT_EQ(start.header("cache-control"), "no-cache");
  auto const wasm = get(files, "/assets/core-1a2b.wasm");
  EXPECT_EQ(wasm.contentType, "application/wasm");
  EXPECT_NE(wasm.header("cache-control").find("immutable"), std::string::npos);
}

// Pages of any origin load a version of the embed and check its integrity, which needs CORS; nothing else is theirs.
TEST_F(StaticFilesTest, R2_AVersionOfTheEmbedIsForEverybodyAndForEver) {
  write("site/embed/1.2.3/senkoi.js", "widget");
  write("site/embed/1.2.3/senkoi.js.br", "brotli");
  write("site/embed/manifest.json", "{}");
  StaticFiles const files(root_ / "site");
  for (auto const encodings : {"", "br"}) {
    auto const version = get(files, "/embed/1.2.3/senkoi.js", encodings);
    EXPECT_NE(version.header("cache-control").find("immutable"), std::string::npos);
    EXPECT_EQ(version.header("access-control-allow-origin"), "*");
    EXPECT_EQ(version.header("cross-origin-resource-policy"), "cross-origin");
  }
  EXPECT_EQ(get(files, "/embed/manifest.json").header("cache-control"), "no-cache");
  for (auto const path : {"/embed/manifest.json", "/", "/assets/a-1.js", "/embed/1.2.3/missing.js"})
    EXPECT_EQ(get(files, path).header("access-control-allow-origin"), "") << path;
}

TEST_F(StaticFilesTest, PrefersBrotliThenGzipAndTagsEachApart) {
  StaticFiles const files(root_ / "site");
  auto const brotli = get(files, "/assets/a-1.js", "gzip, br"), gzip = get(files, "/assets/a-1.js", "gzip");
  EXPECT_EQ(*brotli.body, "brotli");
  EXPECT_EQ(brotli.header("content-encoding"), "br");
  EXPECT_EQ(*gzip.body, "gzip");
  EXPECT_EQ(*get(files, "/assets/a-1.js").body, "plain");
  EXPECT_NE(brotli.header("etag"), gzip.header("etag"));
  EXPECT_EQ(get(files, "/assets/a-1.js.br").status, 404);
}

TEST_F(StaticFilesTest, ALinkIsServedUnderItsOwnNameWhereItStaysInTheFolder) {
  std::filesystem::create_symlink("assets/a-1.js", root_ / "site/inside.js");
  std::filesystem::create_symlink(root_ / "secret", root_ / "site/outside.js");
  std::filesystem::create_symlink("/etc/hostname", root_ / "site/hostname");
  std::filesystem::create_symlink("nowhere", root_ / "site/broken.js");
  std::filesystem::create_symlink(root_ / "secret", root_ / "site/assets/core-1a2b.wasm.br");
  std::filesystem::create_directory_symlink(root_, root_ / "site/parent");
  StaticFiles const files(root_ / "site");
  EXPECT_EQ(*get(files, "/inside.js").body, "plain");
  EXPECT_EQ(get(files, "/inside.js").contentType, "text/javascript; charset=utf-8");
  for (auto const path :
       {"/outside.js", "/hostname", "/broken.js", "/parent/secret", "/../secret", "/../../../etc/hostname"})
    EXPECT_EQ(get(files, path).status, 404) << path;
  EXPECT_EQ(get(files, "/assets/core-1a2b.wasm", "br").header("content-encoding"), "");
}

TEST_F(StaticFilesTest, TheFolderItselfMayBeALink) {
  std::filesystem::create_directory_symlink(root_ / "site", root_ / "current");
  EXPECT_EQ(*get(StaticFiles(root_ / "current"), "/assets/a-1.js").body, "plain");
}

TEST_F(StaticFilesTest, HiddenFilesAreLeftOutButThoseThatTheWebKnows) {
  for (auto const name : {"site/.env", "site/.git/config", "site/assets/.map.json", "site/.well-known/security.txt"})
    write(name, "dots");
  StaticFiles const files(root_ / "site");
  for (auto const path : {"/.env", "/.git/config", "/assets/.map.json", "/%2eenv"})
    EXPECT_EQ(get(files, path).status, 404) << path;
  EXPECT_EQ(*get(files, "/.well-known/security.txt").body, "dots");
}

TEST_F(StaticFilesTest, NothingOutsideTheFolderCanBeHad) {
  StaticFiles const files(root_ / "site");
  for (auto const path : {"/../secret", "/..%2fsecret", "/%2e%2e/secret", "//secret", "/assets/../../secret", "/assets",
                          "/\\..\\secret"}) {
    auto const answer = get(files, path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_EQ(*answer.body, "<p>nothing here") << path;
  }
}

}  // namespace
}  // namespace senkoi::server::http::tests
