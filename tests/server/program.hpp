// The binary as an operator starts it, with a database in a folder of its own, and what it says. Ends with the object.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace senkoi::server::tests {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "senkoi-program-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string contentOf(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Program {
 public:
  using Texts = std::vector<std::string>;

  // `environment` holds "NAME=value" beside the test's own; `files`: so many may be open (the hard limit), 0 as here.
  Program(const Folder& folder, Texts arguments, Texts environment = {}, rlim_t files = 0)
      : output_(folder / "output") {
    std::ofstream{output_};
    child_ = fork();
    if (child_ == 0) {
      rlimit const limit{files, files};
      if (files > 0) setrlimit(RLIMIT_NOFILE, &limit);
      become(std::move(arguments), environment);
    }
  }
  ~Program() {
    if (child_ > 0) kill(child_, SIGKILL), waitpid(child_, nullptr, 0);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // From its ready line; 0 where it ended or said nothing in time.
  std::uint16_t port() { return portAfter("ready http://127.0.0.1:"); }
  std::uint16_t metricsPort() { return portAfter("metrics on port "); }

  // From now on no file of it may grow past so many bytes.
  void limitFiles(rlim_t bytes) {
    rlimit const limit{bytes, RLIM_INFINITY};
    prlimit(child_, RLIMIT_FSIZE, &limit, nullptr);
  }

  void stop(int signal = SIGTERM) { kill(child_, signal); }
  pid_t process() const { return child_; }

  // kill -9; returns when it is gone.
  void die() {
    kill(child_, SIGKILL);
    waitpid(std::exchange(child_, 0), nullptr, 0);
  }

  // Its exit status; -1 where it had to be killed.
  int end() {
    for (int i = 0; i < 3000; ++i) {
      if (ended()) return status_;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return -1;
  }

  std::string output() const { return contentOf(output_); }  // both streams

 private:
  std::uint16_t portAfter(const std::string& words) {
    for (int i = 0; i < 3000 && !ended(); ++i) {
      auto const said = output();
      auto const at = said.find(words);
      if (at != std::string::npos && said.find('\n', at) != std::string::npos)
        return static_cast<std::uint16_t>(std::stoul(said.substr(at + words.size())));
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return 0;
  }

  [[noreturn]] void become(Texts arguments, const Texts& environment) {
    for (const auto& entry : environment) putenv(strdup(entry.c_str()));
    int const output = open(output_.c_str(), O_WRONLY | O_APPEND);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    arguments.insert(arguments.begin(), SENKOI_PROGRAM);
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    execv(SENKOI_PROGRAM, pointers.data());
    _exit(127);
  }

  bool ended() {
    int status = 0;
    if (child_ > 0 && waitpid(child_, &status, WNOHANG) == child_) {
      child_ = 0;
      status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    return child_ == 0;
  }

  std::string output_;
  pid_t child_ = 0;
  int status_ = -1;
};

inline bool has(const std::string& output, std::string_view text) {
  return output.find(text) != std::string::npos;
}

// senkoi.db in the folder, new, as the first start makes it.
inline void makeDatabase(const Folder& folder) {
  Program server(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  if (server.port() == 0) throw std::runtime_error(server.output());
  server.stop();
  server.end();
}

}  // namespace senkoi::server::tests
