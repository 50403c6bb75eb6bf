// A client that sends exactly the bytes it is told: what a browser or a proxy would never send, too. Blocking, with a
// time-out.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace senkoi::server::http::tests {

class Client {
 public:
  // `from`: an address of the loopback network other than 127.0.0.1.
  explicit Client(std::uint16_t port, int receiveBuffer = 0, const std::string& from = {})
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receiveBuffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    timeval const patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (!from.empty()) {
      inet_pton(AF_INET, from.c_str(), &address.sin_addr);
      ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no connection");
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // False where the server has gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  void endSending() { ::shutdown(socket_, SHUT_WR); }

  // One whole answer by its Content-Length; what was received until then where the server closed or was silent.
  std::string receive(bool withBody = true) {
    auto end = std::string::npos;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos && more()) {
    }
    if (end == std::string::npos) return std::exchange(received_, {});
    std::size_t length = 0;
    if (auto const at = received_.find("content-length: "); withBody && at < end)
      length = std::stoul(received_.substr(at + 16));
    while (received_.size() < end + 4 + length && more()) {
    }
    auto const answer = received_.substr(0, end + 4 + length);
    received_.erase(0, answer.size());
    return answer;
  }

  // Everything until the server closes.
  std::string receiveAll() {
    while (more()) {
    }
    return std::exchange(received_, {});
  }

  // Whatever comes next, appended; false where the server closed or was silent.
  bool receiveSome(std::string& out) {
    bool const came = !received_.empty() || more();
    out += std::exchange(received_, {});
    return came;
  }

  bool isClosed() { return received_.empty() && !more() && received_.empty(); }

 private:
  bool more() {
    char bytes[65536];
    auto const count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  std::string received_;
};

inline std::string statusOf(std::string_view answer) {
  return answer.size() < 12 ? std::string{"nothing"} : std::string{answer.substr(9, 3)};
}

inline std::string bodyOf(const std::string& answer) {
  auto const end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string{} : answer.substr(end + 4);
}

// One request on a connection of its own; `head` is its first lines.
inline std::string ask(std::uint16_t port, const std::string& head, const std::string& body = {}) {
  Client client(port);
  auto const length = body.empty() ? std::string{} : "Content-Length: " + std::to_string(body.size()) + "\r\n";
  client.send(head + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + length + "\r\n" + body);
  return client.receiveAll();
}

}  // namespace senkoi::server::http::tests
