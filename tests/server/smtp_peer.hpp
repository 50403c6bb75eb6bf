// An SMTP server that says what its script tells it to, on a port of its own. Speaks to one client after another.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace senkoi::tests {

class SmtpPeer {
 public:
  static constexpr const char* silence = "";     // say nothing
  static constexpr const char* hangUp = "bye!";  // close

  // Reply by verb ("MAIL"); "." is the end of the text, "" the greeting. Without an entry: what a good server says.
  using Script = std::map<std::string, std::string>;
  explicit SmtpPeer(Script script = {}) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 8);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](std::stop_token stop) { serve(stop); });
  }
  ~SmtpPeer() {
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
  }
  SmtpPeer(const SmtpPeer&) = delete;
  SmtpPeer& operator=(const SmtpPeer&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  void say(const std::string& verb, const std::string& reply) {
    const std::lock_guard lock(mutex_);
    script_[verb] = reply;
  }
  // Whether this verb ("." the end of a text) has come.
  bool heard(const std::string& verb) {
    const std::lock_guard lock(mutex_);
    return heard_.contains(verb);
  }
  // Letters taken by a 250 after the text.
  std::vector<std::string> taken() {
    const std::lock_guard lock(mutex_);
    return taken_;
  }

 private:
  std::string replyTo(const std::string& verb) {
    const std::lock_guard lock(mutex_);
    heard_.insert(verb);
    if (const auto found = script_.find(verb); found != script_.end()) return found->second;
    if (verb.empty()) return "220 peer";
    if (verb == "DATA") return "354 go on";
    return verb == "QUIT" ? "221 bye" : "250 fine";
  }

  void serve(std::stop_token stop) {
    while (!stop.stop_requested()) {
      pollfd ready{listener_, POLLIN, 0};
      if (::poll(&ready, 1, 20) != 1) continue;
      const int client = ::accept(listener_, nullptr, nullptr);
      talk(client, stop);
      ::close(client);
    }
  }

  // False where the talk is over.
  bool answer(int client, const std::string& verb) {
    const std::string reply = replyTo(verb);
    if (reply == hangUp) return false;
    if (reply == silence) return true;
    const std::string line = reply + "\r\n";
    return ::send(client, line.data(), line.size(), MSG_NOSIGNAL) > 0 && verb != "QUIT";
  }

  void talk(int client, std::stop_token stop) {
    std::string heard, text;
    bool inText = false;
    if (!answer(client, "")) return;
    while (!stop.stop_requested()) {
      const auto end = heard.find("\r\n");
      if (end == std::string::npos) {
        if (!hear(client, heard)) return;
        continue;
      }
      const std::string line = heard.substr(0, end);
      heard.erase(0, end + 2);
      if (inText && line != ".") {
        text += line + "\r\n";
        continue;
      }
      const std::string verb = inText ? "." : line.substr(0, 4);
      if (inText && replyTo(".").starts_with("250")) keep(text);
      inText = verb == "DATA" && replyTo("DATA").starts_with("354");
      if (verb == "DATA") text.clear();
      if (!answer(client, verb)) return;
    }
  }

  // False where the client has gone; nothing new within a moment is fine.
  static bool hear(int client, std::string& heard) {
    pollfd ready{client, POLLIN, 0};
    if (::poll(&ready, 1, 20) != 1) return true;
    char bytes[4096];
    const auto count = ::recv(client, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    heard.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  void keep(const std::string& text) {
    const std::lock_guard lock(mutex_);
    taken_.push_back(text);
  }

  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::map<std::string, std::string> script_;
  std::vector<std::string> taken_;
  std::set<std::string> heard_;
  std::jthread thread_;
};

}  // namespace senkoi::tests
