// Every setting by its three doors, and what is refused at them: where it stands and what to write (R4).
#include <gtest/gtest.h>

#include "http_client.hpp"
#include "program.hpp"

namespace senkoi::server::tests {
namespace {

using Texts = Program::Texts;

class SettingsTest : public testing::Test {
 protected:
  std::string write(const std::string& content) const {
    std::ofstream(folder / "senkoi.conf", std::ios::binary) << content;
    return folder / "senkoi.conf";
  }
  // What a command says that does nothing once its settings are read: there is no such database.
  std::string said(Texts flags, Texts environment = {}) const {
    flags.insert(flags.begin(), "migrate");
    Program program(folder, flags, environment);
    EXPECT_EQ(program.end(), 1);
    return program.output();
  }
  std::string saidOf(const std::string& content) const { return said({"--config=" + write(content)}); }

  Folder folder;
};

TEST_F(SettingsTest, AFlagCountsBeforeTheEnvironmentAndThatBeforeTheFile) {
  const std::string config = "--config=" + write("database = /file.db\n");
  EXPECT_TRUE(has(said({config}), "no database /file.db"));
  EXPECT_TRUE(has(said({config}, {"SENKOI_DATABASE=/environment.db"}), "no database /environment.db"));
  EXPECT_TRUE(has(said({config, "--database=/flag.db"}, {"SENKOI_DATABASE=/environment.db"}), "no database /flag.db"));
}

TEST_F(SettingsTest, TheEnvironmentNamesTheFile) {
  const std::string config = write("database = /file.db\n");
  EXPECT_TRUE(has(said({}, {"SENKOI_CONFIG=" + config}), "no database /file.db"));
}

TEST_F(SettingsTest, AFileThatIsMissingIsRefusedWhoeverNamesIt) {
  for (const auto& output : {said({}, {"SENKOI_CONFIG=/nowhere.conf"}), said({"--config=/nowhere.conf"})}) {
    EXPECT_TRUE(has(output, "/nowhere.conf")) << output;
    EXPECT_TRUE(has(output, "--config")) << output;
    EXPECT_FALSE(has(output, "no database")) << output;
  }
  EXPECT_TRUE(has(said({"--config=" + (folder / "")}), "is a folder"));
  EXPECT_TRUE(has(said({"--config", ""}), "--config takes the path of a file"));
}

TEST_F(SettingsTest, AnUnknownNameIsRefusedWithTheNearestThatExists) {
  const std::string file = saidOf("# mail\nsmpt-url = smtp://host\n");
  EXPECT_TRUE(has(file, "senkoi.conf, line 2: there is no setting smpt-url; did you mean smtp-url?")) << file;
  EXPECT_TRUE(has(saidOf("portt = 80"), "did you mean port?"));
  EXPECT_TRUE(has(saidOf("smtp_url = smtp://host"), "did you mean smtp-url?"));
  EXPECT_TRUE(has(saidOf("--port = 80"), "did you mean port?"));
  EXPECT_TRUE(has(saidOf("weather = fine"), "`senkoi --help` lists them"));
  EXPECT_TRUE(has(said({}, {"SENKOI_SMPT_URL=smtp://host"}),
                  "SENKOI_SMPT_URL (in the environment); did you mean SENKOI_SMTP_URL?"));
  EXPECT_TRUE(has(said({}, {"SENKOI_WEATHER=fine"}), "there is no setting SENKOI_WEATHER"));
  EXPECT_TRUE(has(said({"--smpt-url=smtp://host"}), "did you mean --smtp-url?"));
}

TEST_F(SettingsTest, TheFileIsReadAsItWasMeant) {
  EXPECT_TRUE(has(saidOf("\xEF\xBB\xBF"
                         "database = /mark.db\r\n"),
                  "no database /mark.db:"))
      << "mark, Windows' ends";
  EXPECT_TRUE(has(saidOf("database = /a folder/with blanks.db"), "no database /a folder/with blanks.db:"));
  EXPECT_TRUE(has(saidOf("  database\t=\t/tabs.db  # where it lies\n"), "no database /tabs.db:"));
  EXPECT_TRUE(
      has(saidOf("database = \"/quoted # not a comment.db\" # one"), "no database /quoted # not a comment.db:"));
  EXPECT_TRUE(has(saidOf("database = /a#b.db\n; a comment\n\n"), "no database /a#b.db:"));
}

TEST_F(SettingsTest, ALineOfAnotherFormIsNamed) {
  EXPECT_TRUE(has(saidOf("port = 80\n[mail]\n"), "line 2: there are no sections"));
  EXPECT_TRUE(has(saidOf("port 80\n"), "line 1: write `name = value`, not port 80"));
  EXPECT_TRUE(has(saidOf("= 80\n"), "line 1: the name of the setting is missing"));
  EXPECT_TRUE(has(saidOf("smtp-from = \"Senkoi\" <a@example.jp>\n"), "line 1: the quotes of smtp-from"));
  EXPECT_TRUE(has(saidOf("port = 80\n\nport = 81\n"), "line 3: port stands in line 1 already"));
  EXPECT_TRUE(has(saidOf(std::string("\xFF\xFEp\0o\0r\0t\0", 10)), "line 1: this is no text in UTF-8"));
}

// Each: a line of the file, and what is said of its value.
TEST_F(SettingsTest, AValueOfAnotherFormIsRefusedWithWhatToWrite) {
  for (const auto& [line, takes] : std::vector<std::pair<std::string, std::string>>{
           {"port = 70000", "port takes a whole number from 0 to 65535, not 70000"},
           {"port = http", "port takes a whole number"},
           {"port =", "port takes a whole number from 0 to 65535, not nothing"},
           {"connections = -1", "connections takes a whole number from 16"},
           {"connections = 99999999999999999999", "connections takes a whole number"},
           {"password-memory = 1", "password-memory takes a whole number from 8 to 4194304"},
           {"password-threads = 0", "password-threads takes a whole number from 1"},
           {"password-operations = 0", "password-operations takes a whole number from 1"},
           {"batch = 0", "batch takes a whole number from 1 to 4096"},
           {"session-idle = -5min", "session-idle takes a time from 1s to 2160h"},
           {"session-idle = 0s", "session-idle takes a time"},
           {"session-idle = 30", "such as 90s, not 30"},
           {"session-idle = 5 m", "with its unit (ms, s, min, h)"},
           {"session-idle = 99999999999999h", "session-idle takes a time"},
           {"smtp-timeout = 0", "smtp-timeout takes a time from 1s to 1h"},
           {"header-time = 1ms", "header-time takes a time from 100ms to 1h"},
           {"rate-limits = perhaps", "rate-limits takes yes or no, not perhaps"},
           {"log-level = loud", "log-level takes debug, info, warn, error or off"},
           {"address = localhost", "address takes an IP address"},
           {"metrics = 9464", "metrics takes an IP address and a port"},
           {"public-origin = senkoi.example", "public-origin takes an origin as browsers write it"},
           {"public-origin = https://senkoi.example/pages", "public-origin takes an origin"},
           {"public-origin = ftp://senkoi.example", "public-origin takes an origin"},
           {"public-origin = https://senkoi.example:99999", "public-origin takes an origin"},
           {"public-origin = https://a b", "public-origin takes an origin"},
           {"site-origins = https://a.example, b.example", "site-origins takes an origin"},
           {"embed-origins = *", "embed-origins takes an origin"},
           {"proxies = 10.0.0.0/8 loadbalancer", "proxies takes an address or a network"},
           {"proxies = 10.0.0.0/40", "proxies takes an address or a network"},
           {"public-path = /a b/", "public-path takes a folder"},
           {"smtp-url = host:25", "smtp-url takes smtp://host:port or smtps://host:port"},
           {"smtp-url = http://host", "smtp-url takes smtp://host:port"},
           {"smtp-url = smtp://user:secret@host", "user and password have settings of their own"},
           {"smtp-url = smtp://host:port", "smtp-url takes smtp://host:port"},
           {"refused-mail-domains = foo.jp, ba*r.jp", "refused-mail-domains takes mail domains such as foo.jp"},
           {"refused-mail-domains = foo", "refused-mail-domains takes mail domains"}}) {
    const std::string output = saidOf("# one\n" + line + "\n");
    EXPECT_TRUE(has(output, "senkoi.conf, line 2: ")) << line << " → " << output;
    EXPECT_TRUE(has(output, takes)) << line << " → " << output;
  }
}

TEST_F(SettingsTest, TheEnvironmentAndTheFlagAreRefusedByTheirOwnName) {
  EXPECT_TRUE(has(said({}, {"SENKOI_PORT=tcp://10.0.0.1:80"}), "SENKOI_PORT takes a whole number from 0 to 65535"));
  EXPECT_TRUE(has(said({"--session-idle=1d"}), "--session-idle takes a time"));
  EXPECT_TRUE(has(said({"--rate-limits=perhaps"}), "rate-limits"));
}

TEST_F(SettingsTest, WhatAnotherDoorOverridesIsRefusedAllTheSame) {
  EXPECT_TRUE(has(said({"--port=1"}, {"SENKOI_PORT=many"}), "SENKOI_PORT takes a whole number"));
  const std::string config = write("port = many\n");
  EXPECT_TRUE(has(said({"--port=1", "--config=" + config}, {"SENKOI_PORT=2"}), "line 1: port takes a whole number"));
}

TEST_F(SettingsTest, ASecretIsNeverSaid) {
  const std::string output = saidOf("smtp-password = hush\x01hush\n");
  EXPECT_TRUE(has(output, "smtp-password takes")) << output;
  EXPECT_FALSE(has(output, "hush")) << output;
}

TEST_F(SettingsTest, ListsAndDomainsAreReadAsTheyWereMeant) {
  const std::string config = write(
      "refused-mail-domains = foo.jp, bar.jp *.baz.jp\nrefused-mail-domains = [\"@qux.jp\", 'Quux.JP']\n"
      "warned-mail-domains = *@corge.jp\nembed-origins = https://Society.example/, https://b.example:443\nport = 0\n");
  Program program(folder, {"serve", "--config=" + config, "--database=" + (folder / "senkoi.db")},
                  {"SENKOI_PROXIES=10.0.0.0/8, ::1", "SENKOI_SMTP_URL="});
  ASSERT_NE(program.port(), 0) << program.output();
  const std::string season =
      http::tests::ask(program.port(), "GET /api/v1/season HTTP/1.1\r\nOrigin: https://society.example");
  EXPECT_TRUE(has(season, R"("refusedMailDomains":["foo.jp","bar.jp",".baz.jp","qux.jp","quux.jp"])")) << season;
  EXPECT_TRUE(has(season, R"("warnedMailDomains":["corge.jp"])")) << season;
  EXPECT_TRUE(has(season, "access-control-allow-origin: https://society.example\r\n")) << season;
  const std::string other =
      http::tests::ask(program.port(), "GET /api/v1/season HTTP/1.1\r\nOrigin: https://b.example");
  EXPECT_TRUE(has(other, "access-control-allow-origin: https://b.example\r\n")) << other;
}

TEST_F(SettingsTest, O1_TheCheckPrintsEachWithItsPlaceAndEverythingThatIsWrong) {
  const std::string config = write(
      "port = 9000\nsite = /nowhere\nsession-idle = 1d\nsmpt-url = x\nno equals sign\nsmtp-password = \"hush hush\"\n");
  Program program(folder,
                  {"config", "check", "--config=" + config, "--port=9001", "--database=" + (folder / "senkoi.db")},
                  {"SENKOI_PORT=many", "SENKOI_BATCH=8"});
  EXPECT_EQ(program.end(), 1);
  const std::string output = program.output();
  EXPECT_TRUE(has(output, "\nport                    9001                            --port\n")) << output;
  EXPECT_TRUE(has(output, "\nbatch                   8                               SENKOI_BATCH\n")) << output;
  EXPECT_TRUE(has(output, "(not told)                      " + config + ", line 6\n")) << output;
  EXPECT_TRUE(has(output, "\nsession-idle            1h                              default\n")) << output;
  for (const char* const wrong :
       {"SENKOI_PORT takes a whole number", "line 3: session-idle takes a time", "did you mean smtp-url?",
        "line 5: write `name = value`", "there is no folder /nowhere for --site", "5 faults in the settings"})
    EXPECT_TRUE(has(output, wrong)) << wrong << output;
  EXPECT_FALSE(has(output, "hush"));
  EXPECT_FALSE(std::filesystem::exists(folder / "senkoi.db"));
}

TEST_F(SettingsTest, O1_TheCheckIsContentWithSoundSettingsAndTellsWhatIsDoubtful) {
  Program program(folder, {"config", "check", "--public-origin=https://senkoi.example"});
  EXPECT_EQ(program.end(), 0) << program.output();
  EXPECT_TRUE(has(program.output(), "note: no letter goes out until --smtp-url is set")) << program.output();
  EXPECT_TRUE(has(program.output(), "note: behind a proxy name it by --proxies"));
  EXPECT_FALSE(has(program.output(), "wrong"));
}

TEST_F(SettingsTest, TheHelpTellsEachWithItsFormAndWhatItIs) {
  Program program(folder, {"--help"});
  EXPECT_EQ(program.end(), 0);
  const std::string help = program.output();
  for (const char* const text : {"--port 0..65535=8080", "--session-idle TIME=1h", "--smtp-timeout TIME=30s",
                                 "--connections-per-address", "SENKOI_NAME", "--no-rate-limits"})
    EXPECT_TRUE(has(help, text)) << text << '\n' << help;
}

}  // namespace
}  // namespace senkoi::server::tests
