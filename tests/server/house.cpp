#include "tests/server/house.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/api/dispatch.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/mail/queue_status.hpp"
#include "server/operations/import_progress.hpp"
#include "server/operations/open.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"
#include "tests/server/shown_person.hpp"

namespace senkoi::tests {
namespace {

using namespace senkoi::server;

constexpr const char* origin = "https://senkoi.example";

http::Method methodOf(const std::string& name) {
  if (name == "GET") return http::Method::get;
  if (name == "HEAD") return http::Method::head;
  if (name == "POST") return http::Method::post;
  if (name == "PUT") return http::Method::put;
  if (name == "DELETE") return http::Method::remove;
  if (name == "OPTIONS") return http::Method::options;
  return http::Method::other;
}

Configuration configured(const ScratchFolder& folder, bool rateLimits) {
  Configuration configuration;
  configuration.publicOrigin = origin;
  configuration.embedOrigins = {"https://society.example", "https://another.example"};
  configuration.database = (folder / "senkoi.db").string();
  configuration.rateLimits = rateLimits;
  configuration.passwords.operations =
      1;  // hardly more than the least that libsodium takes: the tests are about the rest
  configuration.passwords.memoryKiB = 16;
  configuration.passwords.threads = 2;
  return configuration;
}

std::unique_ptr<store::Store> begun(const Configuration& configuration) {
  auto store = store::openWriting(configuration.database);
  store->startBatch();
  store->savepoint();
  store->begin(seasonStart());
  store->releaseSavepoint();
  store->commitBatch();
  return store;
}

// A request that owns what its views look at.
struct Sent {
  explicit Sent(const Ask& ask, Instant now) : asked(ask) {
    asked.headers.try_emplace("origin", origin);
    if (!asked.body.empty()) asked.headers.try_emplace("content-type", "application/json");
    if (!asked.cookie.empty()) asked.headers["cookie"] = "__Host-senkoi=" + asked.cookie;
    const auto mark = asked.target.find('?');
    request.method = methodOf(asked.method);
    request.path = std::string_view(asked.target).substr(0, mark);
    if (mark != std::string::npos) request.query = std::string_view(asked.target).substr(mark + 1);
    for (const auto& [name, value] : asked.headers) {
      if (!value.empty()) request.headers.push_back({name, value});
    }
    request.body = asked.body;
    request.peer = asked.peer;
    request.received = now;
  }
  // Unless the test has said whom the page shows.
  void showing(std::string who) {
    if (request.method == http::Method::get || who.empty() || asked.headers.count("x-senkoi-acting-for") != 0) return;
    shown = std::move(who);
    request.headers.push_back({"x-senkoi-acting-for", shown});
  }
  Sent(const Sent&) = delete;
  Sent& operator=(const Sent&) = delete;

  Ask asked;
  std::string shown;
  http::Request request;
};

Told toldBy(const http::Response& response) {
  Told told{response.status, {}, response.body ? *response.body : std::string{}};
  told.headers["content-type"] = response.contentType;
  for (const auto& [name, value] : response.headers) told.headers[std::string(name)] = value;
  return told;
}

}  // namespace

struct House::Parts {
  Parts(const ScratchFolder& folder, bool rateLimits, const Instant& now)
      : configuration(configured(folder, rateLimits)),
        secrets(accounts::serverKey(configuration.database + ".key"), accounts::systemRandom()),
        writing(begun(configuration)),
        reader(store::openReading(configuration.database)),
        snapshot(*reader, loop),
        seats(loop.get_executor(), snapshot),
        writer(std::move(writing), loop,
               [&](const auto& changes) {
                 snapshot.apply(changes, now);
                 seats.changed(changes);
               }),
        passwords(loop.get_executor(), configuration.passwords),
        sessions(loop.get_executor(), *reader, writer, {configuration.sessionIdle, configuration.sessionAbsolute}),
        staffSessions(loop.get_executor(), *reader, writer,
                      {configuration.staffSessionIdle, configuration.staffSessionAbsolute}),
        readers(loop.get_executor(), openReader(), {}),
        imports(loop.get_executor(), openReader(), {.threads = 1, .waiting = 4}),
        services{configuration, [&now] { return now; },
                 *reader,       readers,
                 imports,       importProgress,
                 writer,        snapshot,
                 passwords,     sessions,
                 staffSessions, seats,
                 limiter,       throttle,
                 secrets,       mailQueue},
        router(routes(), false),
        origins(configuration.publicOrigin, configuration.siteOrigins, configuration.embedOrigins),
        dispatch(services, router, origins, site) {}

  store::Readers::Open openReader() {
    return [this] { return store::openReading(configuration.database); };
  }

  Configuration configuration;
  boost::asio::io_context loop{1};
  accounts::Secrets secrets;
  std::unique_ptr<store::Store> writing;
  std::unique_ptr<store::Store> reader;
  snapshot::Snapshot snapshot;
  live::SeatBroadcaster seats;
  store::Writer writer;
  accounts::PasswordHasher passwords;
  accounts::Sessions sessions;
  accounts::StaffSessions staffSessions;
  accounts::RateLimiter limiter;
  accounts::LoginThrottle throttle;
  mail::QueueStatus mailQueue;
  store::ImportProgress importProgress;
  store::Readers readers, imports;
  Services services;
  Router router;
  http::Origins origins;
  http::StaticFiles site;
  Dispatch dispatch;
};

House::House(bool rateLimits) : parts_(std::make_unique<Parts>(folder_, rateLimits, now)) {
  parts_->services.tellAuditHead = [this](std::string_view when) { headsTold.emplace_back(when); };
}
House::~House() = default;

std::vector<Told> House::askTogether(const std::vector<Ask>& asks) {
  std::vector<Told> told(asks.size());
  std::vector<std::unique_ptr<Sent>> sent;
  std::size_t open = 0;
  for (std::size_t i = 0; i < asks.size(); ++i) {
    sent.push_back(std::make_unique<Sent>(asks[i], now));
    try {
      sent.back()->showing(shownPerson(*parts_->reader, parts_->configuration, sent.back()->request));
    } catch (const store::Failure&) {  // the test has broken the store: the server finds that out by itself
    }
    auto answer = parts_->dispatch.answer(sent.back()->request);
    if (auto* const response = std::get_if<http::Response>(&answer)) {
      told[i] = toldBy(*response);
      continue;
    }
    if (const auto* const streaming = std::get_if<http::Streaming>(&answer)) {
      told[i] = toldBy(streaming->head);
      told[i].body = streaming->events->take().value_or("(over)");
      continue;
    }
    ++open;
    boost::asio::co_spawn(parts_->loop, std::move(std::get<Async<http::Response>>(answer)),
                          [&told, &open, i](std::exception_ptr, http::Response response) {
                            told[i] = toldBy(response);
                            --open;
                          });
  }
  parts_->loop.restart();
  while (open > 0) parts_->loop.run_one();
  return told;
}

std::shared_ptr<http::EventStream> House::listen(const Ask& ask) {
  Sent sent(ask, now);
  auto answer = parts_->dispatch.answer(sent.request);
  auto* const streaming = std::get_if<http::Streaming>(&answer);
  return streaming ? std::move(streaming->events) : nullptr;
}

std::size_t House::bodyLimit(const Ask& ask) {
  const Sent sent(ask, now);
  return parts_->dispatch.bodyLimit(sent.request);
}

Told House::ask(const Ask& ask) {
  return askTogether({ask}).front();
}

std::vector<store::Letter> House::letters() {
  const Instant until = now;
  return parts_->writer.wait([until](store::Store& store) { return store.dueLetters(until, 1000); });
}

std::string House::tokenIn(const store::Letter& letter) const {
  return parts_->secrets.linkToken(*letter.nonce);
}

std::string House::askedForLink(const std::string& mail, const std::string& field) {
  const Told told = ask({"POST", "/api/v1/mail-addresses", R"({"mail":")" + mail + R"(","field":")" + field + R"("})"});
  EXPECT_EQ(told.status, 202) << told.body;
  const auto waiting = letters();
  return waiting.empty() ? std::string{} : tokenIn(waiting.back());
}

std::string House::openedLink(const std::string& mail, const std::string& field) {
  const std::string token = askedForLink(mail, field);
  const Told told = ask({"POST", "/api/v1/registrations/open", R"({"token":")" + token + R"("})"});
  EXPECT_EQ(told.status, 200) << told.body;
  return token;
}

std::string House::registered(const std::string& registryNumber, const std::string& field) {
  const std::string token = openedLink("a" + registryNumber + "@example.jp", field);
  const Told told = ask({"POST", "/api/v1/registrations", registrationBody(token, registryNumber)});
  EXPECT_EQ(told.status, 201) << told.body;
  return told.text("/user_id");
}

std::string House::loggedIn(const std::string& userId) {
  const Told told = ask({"POST", "/api/v1/sessions", logInBody(userId)});
  EXPECT_EQ(told.status, 201) << told.body;
  return told.cookie();
}

std::string House::applicant(const std::string& field) {
  return loggedIn(registered(registryNumber(++people_), field));
}

std::int64_t House::applied(const std::string& cookie, std::int64_t program) {
  const Told told =
      ask({"POST", "/api/v1/me/applications", R"({"program_id":)" + std::to_string(program) + "}", cookie});
  EXPECT_EQ(told.status, 201) << told.body;
  const std::string id = told.text("/application/id");
  return id.empty() ? 0 : std::stoll(id);
}

void House::decide(std::int64_t application, State to, Instant at) {
  const Code code = parts_->writer.wait([&](store::Store& store) { return tests::decide(store, application, to, at); });
  EXPECT_EQ(code, Code::ok);
}

std::string House::inStore(const std::function<std::string(store::Store&)>& step) {
  return parts_->writer.wait([&](store::Store& store) { return step(store); });
}

std::uint64_t House::hashed(std::uint64_t expected) const {
  for (int i = 0; i < 200 && parts_->passwords.figures().hashed < expected; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return parts_->passwords.figures().hashed;
}

bool House::stores(std::string_view bytes) const {
  for (const char* const name : {"senkoi.db", "senkoi.db-wal"}) {
    std::ifstream file(folder_ / name, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    if (all.find(bytes) != std::string::npos) return true;
  }
  return false;
}

std::string House::staff(Role role, std::optional<Field> field, const std::vector<std::int64_t>& programs) {
  const std::string mail = "staff" + std::to_string(++staff_) + "@example.jp", token = parts_->secrets.sessionToken();
  const Instant then = now;
  parts_->writer.wait([&](store::Store& store) {
    store.staff().add({mail, "統括 一郎", Language::ja, role, field, programs}, {"hash", "secret", 1, {}}, then);
    const auto known = store.staff().credentials(mail);
    EXPECT_EQ(store.staff().openSession(*accounts::hashOf(token), *known, {known->lastStep + 1, {}}, then, {}),
              Code::ok);
  });
  return std::string(parts_->configuration.staffCookie()) + "=" + token;
}

std::string Told::text(const std::string& pointer) const {
  const auto parsed = nlohmann::json::parse(body, nullptr, false);
  const nlohmann::json::json_pointer where(pointer);
  if (parsed.is_discarded() || !parsed.contains(where)) return {};
  const auto& value = parsed.at(where);
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string Told::cookie() const {
  const auto found = headers.find("set-cookie");
  if (found == headers.end()) return {};
  const auto from = found->second.find('=') + 1;
  return found->second.substr(from, found->second.find(';') - from);
}

std::string registrationBody(const std::string& token, const std::string& registryNumber) {
  return R"({"token":")" + token + R"(","family_name":"髙橋","given_name":"花子","registry_number":")" +
         registryNumber +
         R"(","licence_year":"2022","licence_month":"4","postal_code":"113-0033","prefecture":"13",)"
         R"("address":"文京区本郷1-2-3","phone":"090-1234-5678","residency_program":"本郷病院臨床研修プログラム",)"
         R"("track":"program","curriculum_reason":"","curriculum_reason_text":"","regional_quota":"no",)"
         R"("regional_quota_consent":"","password":"sakura1985kyo","password_again":"sakura1985kyo"})";
}

std::string logInBody(const std::string& userId, const std::string& password) {
  return R"({"user_id":")" + userId + R"(","password":")" + password + R"("})";
}

}  // namespace senkoi::tests
