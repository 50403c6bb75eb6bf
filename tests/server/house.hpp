// The whole server but its sockets: a real store in a folder of its own, a clock that the test sets, and requests that
// go through the dispatch as a connection's would. Light to include: what it is made of stands in house.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/http/event_stream.hpp"
#include "server/operations/records.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {

struct Ask {
  std::string method = "GET";
  std::string target;
  std::string body{};
  std::string cookie{};                          // value of the session cookie
  std::map<std::string, std::string> headers{};  // beside those of a page of ours
  std::string peer = "192.0.2.1";
};

struct Told {
  int status = 0;
  std::map<std::string, std::string> headers;
  std::string body;

  bool holds(std::string_view text) const { return body.find(text) != std::string::npos; }
  std::string text(const std::string& pointer) const;  // of the JSON body ("/errors/0/code"); empty where missing
  std::string cookie() const;                          // value that Set-Cookie gives
};

// What everybody types.
std::string registrationBody(const std::string& token, const std::string& registryNumber = "0123456");
std::string logInBody(const std::string& userId, const std::string& password = "sakura1985kyo");

class House {
 public:
  explicit House(bool rateLimits = false);
  ~House();

  Told ask(const Ask&);
  std::vector<Told> askTogether(const std::vector<Ask>&);
  // The stream of an answer that goes on; null where it is another.
  std::shared_ptr<server::http::EventStream> listen(const Ask&);
  std::size_t bodyLimit(const Ask&);  // how much of it would be taken

  // Whoever waits in the outbox, oldest first; reading takes nothing away.
  std::vector<server::store::Letter> letters();
  std::string tokenIn(const server::store::Letter&) const;

  // The applicant's way up to here.
  std::string askedForLink(const std::string& mail, const std::string& field = "01");          // token of the letter
  std::string openedLink(const std::string& mail, const std::string& field = "01");            // after the button
  std::string registered(const std::string& registryNumber, const std::string& field = "01");  // user ID
  std::string loggedIn(const std::string& userId);                                             // cookie
  std::string applicant(const std::string& field = "01");                 // registered and logged in: cookie
  std::int64_t applied(const std::string& cookie, std::int64_t program);  // application's id

  void decide(std::int64_t application, State, Instant at);

  // What a step in the store's own words makes or finds.
  std::string inStore(const std::function<std::string(server::store::Store&)>& step);
  // How many passwords were hashed: waits a moment for so many.
  std::uint64_t hashed(std::uint64_t expected) const;
  // Whether the database, its log included, holds these bytes.
  bool stores(std::string_view bytes) const;

  // A member of staff who has joined and is logged in: the value of a Cookie header.
  std::string staff(Role role, std::optional<Field> field, const std::vector<std::int64_t>& programs = {});

  Instant now = season2025::opens;
  std::vector<std::string> headsTold;  // why the audit log's head was told outside the database

 private:
  struct Parts;
  ScratchFolder folder_;
  int people_ = 0, staff_ = 0;
  std::unique_ptr<Parts> parts_;
};

}  // namespace senkoi::tests
