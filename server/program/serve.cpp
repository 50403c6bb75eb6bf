#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/api/dispatch.hpp"
#include "server/base/log.hpp"
#include "server/demo/demo_environment.hpp"
#include "server/demo/seed.hpp"
#include "server/demo/staff.hpp"
#include "server/handlers/services.hpp"
#include "server/http/listener.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/queue_status.hpp"
#include "server/mail/smtp_mailer.hpp"
#include "server/metrics/metrics.hpp"
#include "server/metrics/unnamed_proxies.hpp"
#include "server/operations/import_progress.hpp"
#include "server/operations/import_store.hpp"
#include "server/operations/open.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/program/audit_head.hpp"
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"
#include "server/program/service_notice.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server {
namespace {

namespace fs = std::filesystem;
namespace sqlite = store::sqlite;

constexpr std::size_t otherDescriptors = 128;  // database, log, mail, the pages while they are read, metrics
constexpr std::size_t fewestConnections = 16;  // connections worth a start
constexpr Instant tenYears = 10 * 365 * 24 * hour;

// Raises the soft limit of open files (RLIMIT_NOFILE), 1,024 on most systems, to what so many connections need, and
// returns how many there is room for: fewer where the hard limit is lower, and then the log says so, and what to do.
// Throws std::runtime_error where there would be none.
std::size_t allowConnections(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  const rlim_t hard = limit.rlim_max, needed = wanted + otherDescriptors;
  limit.rlim_cur = std::min(hard, std::max(limit.rlim_cur, needed));
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur >= needed) return wanted;
  const std::string allowed = std::to_string(limit.rlim_cur);
  if (limit.rlim_cur < otherDescriptors + fewestConnections)
    throw std::runtime_error(
        "the system allows this process " + allowed +
        " open files, which is too few: raise its hard limit (LimitNOFILE= of systemd, ulimit -n)");
  const std::size_t room = limit.rlim_cur - otherDescriptors;
  log::warn("fewer_connections", {{"why", "the system allows this process " + allowed +
                                              " open files, fewer than --connections=" + std::to_string(wanted) +
                                              " needs: raise its hard limit (LimitNOFILE= of systemd, ulimit -n) to " +
                                              std::to_string(needed) + " or lower --connections"},
                                  {"connections", std::to_string(room)}});
  return room;
}

// A terminal that closes stops the server as a signal of the operator does; not where nohup has said that it mustn't.
bool heedsHangUp() {
  struct sigaction action {};
  return sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler != SIG_IGN;
}

// Answers in flight are finished at the first signal; the second one ends at once.
void stopOnSignal(boost::asio::signal_set& signals, boost::asio::io_context& loop, http::Listener& listener,
                  const ServiceNotice& notice) {
  signals.async_wait([&](boost::system::error_code error, int) {
    if (error) return;
    log::info("stopping");
    notice.stopping();
    signals.async_wait([&](boost::system::error_code again, int) {
      if (!again) loop.stop();
    });
    listener.drain([&] { loop.stop(); });
  });
}

// The demo's directors look at the clock once a second, on a thread of their own.
class Directing {
 public:
  Directing(demo::DemoEnvironment& stage, store::Writer& writer)
      : thread_([&](std::stop_token stop) { work(stop, stage, writer); }) {}

 private:
  static void work(std::stop_token stop, demo::DemoEnvironment& stage, store::Writer& writer) {
    while (!stop.stop_requested()) {
      try {
        stage.look(writer);
      } catch (const std::exception& failure) {
        log::warn("directors_failed", {{"why", failure.what()}});
      }
      for (int tenths = 0; tenths < 10 && !stop.stop_requested(); ++tenths)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }

  std::jthread thread_;
};

accounts::SessionLimits sessionLimits(const Configuration& configuration, bool demo) {
  if (demo) return {tenYears, tenYears};  // moving the clock mustn't log the visitor out
  return {configuration.sessionIdle, configuration.sessionAbsolute};
}

accounts::SessionLimits staffSessionLimits(const Configuration& configuration, bool demo) {
  if (demo) return {tenYears, tenYears};
  return {configuration.staffSessionIdle, configuration.staffSessionAbsolute};
}

// Before anything is made: a missing folder must not leave a new database behind.
http::StaticFiles siteOf(const Configuration& configuration) {
  const std::string& folder = configuration.site;
  if (folder.empty()) return {};
  if (!fs::is_directory(folder))
    throw std::runtime_error("there is no folder " + folder + " for --site: build the pages, or leave it out");
  return http::StaticFiles(folder);
}

mail::Sender senderOf(const Smtp& smtp) {
  return {smtp.from, smtp.replyTo};
}

// None where nobody asked for it.
std::optional<http::Acceptor> acceptorForMetrics(boost::asio::io_context& loop, const Configuration& configuration) {
  if (configuration.metrics.empty()) return std::nullopt;
  auto const [address, port] = endpointOf(configuration.metrics);
  return http::listenOn(loop, address, port);
}

// Serves until a signal. Declared in the order of need: each thing refers to what stands above it, and the loop drops
// what still waits in it after everything below has ended.
void run(Configuration configuration, mail::Mailer& mailer, demo::DemoEnvironment* stage, std::string_view command) {
  std::signal(SIGPIPE, SIG_IGN);
  auto const site = siteOf(configuration);
  configuration.limits.connections = allowConnections(configuration.limits.connections);
  http::Connections connections(configuration.limits), watching({.connections = 16});
  store::ImportProgress importProgress;
  // Sockets and timers belong to this thread alone and need no locks; other threads only post to it.
  boost::asio::io_context loop(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO);
  auto acceptor = http::listenOn(loop, configuration.address, configuration.port);
  complete(configuration, acceptor.local_endpoint().port());
  auto watched = acceptorForMetrics(loop, configuration);
  auto const watchedPort = watched ? watched->local_endpoint().port() : std::uint16_t{0};
  auto const clock = stage ? stage->clock() : systemClock();
  requireFolderOf(configuration.database);
  sqlite::DatabaseLock const lock(configuration.database, sqlite::DatabaseLock::Use::serving, command);
  auto const key = keyOf(KeyedDatabase(configuration));
  accounts::Secrets const secrets(key, accounts::systemRandom());

  auto writing = store::openWriting(configuration.database, accounts::auditKey(key));
  store::settleImports(*writing);  // what a server left that died
  bool const made = stage && !stage->rehearses();
  if (made) {
    demo::seed(*writing, configuration, secrets);
    stage->resume(*writing);
  }
  auto const openReader = [&configuration, audit = accounts::auditKey(key)] {
    return store::openReading(configuration.database, audit);
  };
  auto const reading = openReader();
  snapshot::Snapshot snapshot(*reading, loop);
  live::SeatBroadcaster seats(loop.get_executor(), snapshot);
  const auto committed = [&](const auto& changes) {
    snapshot.apply(changes, clock());
    seats.changed(changes);
  };
  store::Writer writer(std::move(writing), loop, committed, {.batch = configuration.limits.batch});
  accounts::PasswordHasher passwords(loop.get_executor(), configuration.passwords);
  accounts::Sessions sessions(loop.get_executor(), *reading, writer, sessionLimits(configuration, stage));
  accounts::StaffSessions staffSessions(loop.get_executor(), *reading, writer,
                                        staffSessionLimits(configuration, stage));
  accounts::RateLimiter limiter;
  accounts::LoginThrottle throttle;
  store::Readers readers(loop.get_executor(), openReader, {.threads = 2, .waiting = 64});
  store::Readers imports(loop.get_executor(), openReader, {.threads = 1, .waiting = 4});
  mail::QueueStatus mailQueue;
  AuditHeadTeller head(loop, *reading);
  Services services{configuration, clock,    *reading,  readers,   imports,       importProgress,
                    writer,        snapshot, passwords, sessions,  staffSessions, seats,
                    limiter,       throttle, secrets,   mailQueue, stage};
  services.tellAuditHead = [&head](std::string_view when) { head.tell(when); };

  Router const router(routes(), stage);
  http::Origins const origins(configuration.publicOrigin, configuration.siteOrigins, configuration.embedOrigins);
  Dispatch dispatch(services, router, origins, site);
  http::Service service{dispatch.requestHandler(), clock, http::ReplyHead(configuration.https()),
                        http::Proxies(configuration.proxies), connections};
  http::Listener listener(std::move(acceptor), service);

  metrics::UnnamedProxies unnamedProxies;
  service.forwardedByStranger = [&](const std::string& peer) { unnamedProxies.forwarded(peer); };
  metrics::Metrics watch({connections, writer, passwords, limiter, throttle, unnamedProxies, *reading, mailQueue,
                          configuration.database, clock});
  http::Service watchService{watch.requestHandler(), clock, http::ReplyHead(false), http::Proxies({}), watching};
  std::optional<http::Listener> watcher;
  if (watched) {
    service.answered = [&watch](int status, bool waited, auto took) { watch.answered(status, waited, took); };
    watcher.emplace(std::move(*watched), watchService);
  }

  mail::Outbox::Settings posting{configuration.pages(), senderOf(configuration.smtp)};
  if (stage) posting.due = stage->postClock();
  posting.announced = [&] { boost::asio::post(loop, [&head] { head.tell("results announced"); }); };
  mail::Outbox outbox(writer, mailer, secrets, clock, std::move(posting), mailQueue);
  std::unique_ptr<Directing> const directing = made ? std::make_unique<Directing>(*stage, writer) : nullptr;

  boost::asio::signal_set signals(loop, SIGTERM, SIGINT);
  if (heedsHangUp()) signals.add(SIGHUP);
  ServiceNotice notice(loop);
  stopOnSignal(signals, loop, listener, notice);
  listener.start();
  if (watcher) watcher->start();
  std::cout << "ready http://" << configuration.address << ':' << configuration.port << std::endl;
  if (watcher) std::cout << "metrics on port " << watchedPort << std::endl;
  head.tell("start");
  notice.ready();
  log::info("serving", {{"version", SENKOI_VERSION},
                        {"port", std::to_string(configuration.port)},
                        {"origin", configuration.publicOrigin}});
  loop.run();
  log::info("stopped");
}

// A folder for one run.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::string& name) : folder_(fs::temp_directory_path() / (name + "-XXXXXX")) {
    auto made = folder_.string();
    if (!mkdtemp(made.data())) throw std::runtime_error("no temporary folder");
    folder_ = made;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::string database() const { return (folder_ / "senkoi.db").string(); }

 private:
  fs::path folder_;
};

// Whoever reaches it reads every letter and moves the clock, over real data.
void requireLoopback(const std::string& address) {
  boost::system::error_code error;
  auto const parsed = boost::asio::ip::make_address(address, error);
  if (!error && parsed.is_loopback()) return;
  throw std::runtime_error("a rehearsal listens on this machine alone: --address=127.0.0.1, not " + address);
}

// A season that is being served is rehearsed from a backup of it.
void copySeason(const KeyedDatabase& season, const KeyedDatabase& copy) {
  if (!fs::exists(season.file)) throw std::runtime_error("there is no database " + season.file.string());
  sqlite::DatabaseLock const lock(season.file, sqlite::DatabaseLock::Use::serving, "rehearse");
  backUpWithKey(season, copy);
}

}  // namespace

void serve(Configuration configuration) {
  log::start(configuration.logLevel);
  if (configuration.smtp.url.empty()) log::warn("letters_wait", {{"why", "no --smtp-url"}});
  mail::SmtpMailer mailer(configuration.smtp);
  run(std::move(configuration), mailer, nullptr, "serve");
}

void serveDemo(Configuration configuration) {
  log::start(configuration.logLevel);
  std::unique_ptr<TemporaryDirectory> const passing =
      configuration.database.empty() ? std::make_unique<TemporaryDirectory>("senkoi-demo") : nullptr;
  if (passing) {
    configuration.database = passing->database();
    configuration.key.clear();
  }
  std::unique_ptr<mail::Mailer> const smtp =
      configuration.smtp.url.empty() ? nullptr : std::make_unique<mail::SmtpMailer>(configuration.smtp);
  demo::DemoEnvironment stage(systemClock(), smtp.get());
  for (const auto& [userId, password, what] : demo::knownLogIns()) {
    std::cout << "trial log-in " << userId << ' ' << password << " (" << what << ")\n";
  }
  for (const auto& [mail, password, what] : demo::knownStaff()) {
    std::cout << "trial staff log-in " << mail << ' ' << password << " (" << what << ")\n";
  }
  auto& mails = stage.mails();
  run(std::move(configuration), mails, &stage, "demo");
}

// The server's key goes along: with it the copy's staff log in as they do in the season itself.
void serveRehearsal(Configuration configuration) {
  requireLoopback(configuration.address);
  log::start(configuration.logLevel);
  TemporaryDirectory const folder("senkoi-rehearsal");
  KeyedDatabase const season(configuration);
  configuration.database = folder.database();
  configuration.key.clear();
  copySeason(season, KeyedDatabase(configuration));
  demo::DemoEnvironment stage(systemClock(), systemClock()());
  auto& mails = stage.mails();
  run(std::move(configuration), mails, &stage, "rehearse");
}

}  // namespace senkoi::server
