// What a service manager sees of the program (O1): readiness, the watchdog, the end; a key that lies apart; what the
// program says of itself.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "program.hpp"

namespace senkoi::server::tests {
namespace {

namespace fs = std::filesystem;

// The other end of NOTIFY_SOCKET.
class Manager {
 public:
  explicit Manager(const std::string& path) : path_(path) {
    descriptor_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    ::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address);
  }
  ~Manager() { ::close(descriptor_); }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;

  // The next message; empty where none comes in ten seconds.
  std::string next() {
    pollfd wait{descriptor_, POLLIN, 0};
    if (::poll(&wait, 1, 10'000) != 1) return {};
    std::string text(200, '\0');
    const ssize_t size = ::recv(descriptor_, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return text;
  }
  std::string variable() const { return "NOTIFY_SOCKET=" + path_; }

 private:
  std::string path_;
  int descriptor_;
};

class ProgramService : public testing::Test {
 protected:
  std::string at() const { return "--database=" + (folder / "senkoi.db"); }
  std::string said(Program::Texts arguments, int expected = 0) {
    const Folder own;
    Program program(own, std::move(arguments));
    EXPECT_EQ(program.end(), expected) << program.output();
    return program.output();
  }

  Folder folder;
};

TEST_F(ProgramService, O1_TellsWhenItIsReadyThatItsLoopTurnsAndWhenItStops) {
  Manager manager(folder / "notify");
  Program server(folder, {"serve", "--port=0", at()}, {manager.variable(), "WATCHDOG_USEC=100000"});
  EXPECT_EQ(manager.next(), "READY=1");
  EXPECT_NE(server.port(), 0);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(manager.next(), "WATCHDOG=1");
  server.stop();
  std::string last = manager.next();
  while (last == "WATCHDOG=1") last = manager.next();
  EXPECT_EQ(last, "STOPPING=1");
  EXPECT_EQ(server.end(), 0);
}

TEST_F(ProgramService, O1_NobodyIsToldOfAWatchdogThatNobodyAskedForOrOfAnotherProcess) {
  for (const char* const asked : {"WATCHDOG_USEC=", "WATCHDOG_USEC=50000"}) {
    const Folder own;
    Manager manager(own / "notify");
    Program server(own, {"serve", "--port=0", "--database=" + (own / "senkoi.db")},
                   {manager.variable(), asked, "WATCHDOG_PID=1"});
    EXPECT_EQ(manager.next(), "READY=1");
    server.stop();
    EXPECT_EQ(manager.next(), "STOPPING=1");
  }
}

TEST_F(ProgramService, O1_TheKeyMayLieApartFromTheData) {
  const std::string keys = folder / "keys", key = keys + "/server.key", copy = folder / "copy.db";
  fs::create_directory(keys);
  {
    Program server(folder, {"serve", "--port=0", at(), "--key=" + key});
    ASSERT_NE(server.port(), 0) << server.output();
  }
  EXPECT_TRUE(fs::exists(key));
  EXPECT_FALSE(fs::exists(folder / "senkoi.db.key"));
  EXPECT_TRUE(has(said({"audit", "verify", at(), "--key=" + key}), "audit log sound"));
  EXPECT_TRUE(has(said({"audit", "verify", at()}, 1), "needs its key"));
  said({"backup", copy, at(), "--key=" + key});
  EXPECT_EQ(contentOf(copy + ".key"), contentOf(key));
  // Put back where the key may only be read: it is the same.
  fs::permissions(keys, fs::perms::owner_read | fs::perms::owner_exec);
  said({"restore", copy, at(), "--key=" + key});
  EXPECT_FALSE(fs::exists(folder / "senkoi.db.key"));
  EXPECT_TRUE(has(said({"serve", "--port=0", at(), "--key=" + (folder / "none/key")}, 1), "there is no folder"));
}

TEST_F(ProgramService, O1_AKeyOpenToOthersIsRefusedButForACredentialThatItsGroupMayRead) {
  makeDatabase(folder);
  const std::string credentials = folder / "credentials", key = credentials + "/senkoi.key";
  fs::create_directory(credentials);
  fs::copy_file(folder / "senkoi.db.key", key);
  ::chmod(key.c_str(), 0440);
  const Folder own;
  Program refused(own, {"audit", "head", at(), "--key=" + key});
  EXPECT_EQ(refused.end(), 1);
  EXPECT_TRUE(has(refused.output(), "open to others")) << refused.output();
  Program granted(own, {"audit", "head", at(), "--key=" + key}, {"CREDENTIALS_DIRECTORY=" + credentials});
  EXPECT_EQ(granted.end(), 0) << granted.output();
}

TEST_F(ProgramService, O1_TheSampleOfSettingsIsReadAsItStandsAndWithEveryLineTakenIn) {
  std::string sample = said({"config", "sample"});
  const std::string file = folder / "sample.conf";
  std::ofstream(file) << sample;
  EXPECT_TRUE(has(sample, "\n# Port to listen on; 0 takes a free one.\n#port = 8080\n")) << sample;
  said({"config", "check", "--config=" + file});
  // Without the # each line is a setting: none is unknown or of another form.
  for (std::size_t i = sample.find("\n#"); i != std::string::npos; i = sample.find("\n#", i + 1)) {
    if (sample[i + 2] != ' ' && sample[i + 2] != '#') sample.erase(i + 1, 1);
  }
  std::ofstream(file) << sample;
  const std::string output = said({"config", "check", "--config=" + file, "--smtp-url=smtp://localhost"});
  EXPECT_TRUE(has(output, "8080")) << output;
  EXPECT_FALSE(has(output, "wrong:")) << output;
}

TEST_F(ProgramService, O1_TheManualAndTheCompletionNameEveryCommandAndSetting) {
  const std::string manual = said({"config", "manual"}), completion = said({"config", "completion"});
  for (const char* const name : {"serve", "rehearse", "mail retry number", "staff close number", "audit verify"})
    EXPECT_TRUE(has(manual, std::string(".B ") + name + "\n")) << name;
  for (const char* const name : {"smtp\\-url", "session\\-idle", "smtp\\-tls"})
    EXPECT_TRUE(has(manual, std::string("\\-\\-") + name)) << name;
  for (const char* const name : {"--smtp-url=", " rehearse ", " retry ", "--show-link"})
    EXPECT_TRUE(has(completion, name)) << name;
}

}  // namespace
}  // namespace senkoi::server::tests
