// Everything an operator may set, filled by server/program/command_line.cpp from flags, environment and file, complete
// before serving. Read-only afterwards, so safe from every thread. Members' meaning for operators stands beside each
// flag, once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server {

inline constexpr Instant second = 1000;
inline constexpr Instant minute = 60 * second;
inline constexpr Instant hour = 60 * minute;

struct Smtp {
  std::string url;  // smtp://host:port or smtps://host:port; empty: letters wait in the outbox
  std::string user, password;
  std::string from = "Senkoi <noreply@localhost>";
  std::string replyTo;
  bool requireTls = true;
  std::string caFile;
  Instant timeout = 30 * second;
};

struct Passwords {
  unsigned minimum = 6, maximum = 20;  // M2.3f
  unsigned threads = 1, queue = 64;    // Argon2id at once; more wait, then 503
  unsigned operations = 2, memoryKiB = 19 * 1024;
};

struct Limits {
  std::size_t connections = 4096;
  std::size_t connectionsPerAddress = 512;  // or /64 of IPv6; four times as many from a /56, and so on; 0: any number
  std::size_t header = 16 * 1024;
  std::size_t largeBodies = 64;  // bodies above 64 KiB held at once; more get 503
  std::size_t batch = 512;       // writes in one durable transaction
  Instant headerTime = 10 * second, bodyTime = 30 * second, answerTime = 60 * second, idleTime = 75 * second;
  Instant drainTime = 10 * second;
};

struct Configuration {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string publicOrigin;               // where people see the pages; empty: the address that is served
  std::string publicPath = "/";           // the folder of the pages there
  std::vector<std::string> siteOrigins;   // further origins whose pages may log in
  std::vector<std::string> embedOrigins;  // origins of societies' pages: public reads, newcomers' addresses (R2)
  std::vector<std::string> proxies;       // addresses or networks whose X-Forwarded-For counts
  std::string metrics;                    // address:port that serves them; empty: none
  std::string database = "senkoi.db";
  std::string key;   // file of the server key; empty: beside the database
  std::string site;  // folder of the built pages; empty: another host serves them
  std::string logLevel = "info";
  bool rateLimits = true;
  Limits limits;
  Passwords passwords;
  Instant sessionIdle = 60 * minute, sessionAbsolute = 12 * hour;
  Instant staffSessionIdle = 30 * minute, staffSessionAbsolute = 12 * hour;
  std::vector<std::string> refusedMailDomains, warnedMailDomains;  // beside core's carrier list (M2.1)
  Smtp smtp;
  unsigned demoApplicants = 8000;

  // The pages' address, to which "/mypage.html" can be put.
  std::string pages() const { return publicOrigin + publicPath.substr(0, publicPath.size() - 1); }
  bool https() const { return publicOrigin.starts_with("https://"); }
  // Contract with browsers: the prefix needs Secure, which needs https (RFC 6265bis, 4.1.3.2).
  std::string_view sessionCookie() const { return https() ? "__Host-senkoi" : "senkoi"; }
  std::string_view staffCookie() const { return https() ? "__Host-senkoi-staff" : "senkoi-staff"; }
};

// Fills what follows from the rest once the port is known, and refuses what would be unsafe: throws
// std::invalid_argument with a sentence for the operator.
void complete(Configuration& configuration, std::uint16_t port);

// "127.0.0.1:9464", "[::1]:0". Throws std::invalid_argument as above.
struct Endpoint {
  std::string address;
  std::uint16_t port;
};
Endpoint endpointOf(std::string_view text);

}  // namespace senkoi::server
