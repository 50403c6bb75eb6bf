// What can be set: the one list that --help, the environment and the file of settings are read by.
#include "senkoi/rules/context.hpp"
#include "server/base/configuration.hpp"
#include "server/program/settings.hpp"

namespace senkoi::server {
namespace {

constexpr Instant day = 24 * hour;
constexpr Instant longestSession = 90 * day;

}  // namespace

void Settings::describeServing(Configuration& to) {
  group("Serving");
  add("address", to.address, ipAddress(), "Address to listen on");
  add("port", to.port, wholeNumber(0, 65535), "Port to listen on; 0 takes a free one");
  add("public-origin", to.publicOrigin, webOrigin(), "Where people see the pages; letters link there");
  add("public-path", to.publicPath, urlFolder(), "Folder of the pages there");
  list("site-origins", to.siteOrigins, webOrigin(), "Further origins of the site's own pages, which may log in");
  list("embed-origins", to.embedOrigins, webOrigin(),
       "Origins of societies' pages: public reads and newcomers' addresses");
  list("proxies", to.proxies, network(), "Proxies whose X-Forwarded-For counts");
  add("site", to.site, anyText(), "Folder of the built pages; without it another host serves them");
  add("database", to.database, path(), "Database file");
  add("key", to.key, anyText(), "File of the server key; without it FILE.key beside the database");
  add("log-level", to.logLevel, oneOf({"debug", "info", "warn", "error", "off"}),
      "What is logged: debug, info, warn, error or off");
  add("metrics", to.metrics, endpoint(), "Serves /metrics to Prometheus there; not for the world");
}

void Settings::describeLimits(Configuration& to) {
  group("Limits");
  truth("rate-limits", to.rateLimits, "Limit what one address may ask in a minute");
  add("connections", to.limits.connections, wholeNumber(16, 1'000'000), "Connections at once");
  add("connections-per-address", to.limits.connectionsPerAddress, wholeNumber(0, 1'000'000),
      "Of them from one address, or /64 of IPv6; 0 is any number. Named proxies are exempt");
  add("batch", to.limits.batch, wholeNumber(1, 4096),
      "Writes made durable together, where so many wait; 1 commits one by one");
}

void Settings::describeTimes(Configuration& to) {
  add("header-time", to.limits.headerTime, duration(100, hour), "Time for the head of a request");
  add("body-time", to.limits.bodyTime, duration(100, hour), "Time for its body");
  add("answer-time", to.limits.answerTime, duration(100, hour), "Time for a client to read an answer");
  add("idle-time", to.limits.idleTime, duration(100, hour), "Time that an idle connection is kept");
  add("drain-time", to.limits.drainTime, duration(0, hour), "Time for answers in flight when stopping");
  add("session-idle", to.sessionIdle, duration(second, longestSession),
      "A session ends after this time without a request");
  add("session-absolute", to.sessionAbsolute, duration(second, longestSession),
      "A session ends after this time in any case");
  add("staff-session-idle", to.staffSessionIdle, duration(second, longestSession),
      "The same for directors and offices");
  add("staff-session-absolute", to.staffSessionAbsolute, duration(second, longestSession),
      "The same for directors and offices");
}

void Settings::describeAccounts(Configuration& to) {
  constexpr std::int64_t room =
      rules::PasswordPolicy::room;         // a page could never send what passes the slot of its form
  constexpr std::int64_t leastMemory = 8;  // of libsodium's Argon2id
  group("Accounts");
  add("password-minimum", to.passwords.minimum, wholeNumber(1, room), "Fewest characters of a password");
  add("password-maximum", to.passwords.maximum, wholeNumber(1, room), "Most characters of a password");
  add("password-threads", to.passwords.threads, wholeNumber(1, 256), "Passwords hashed at once");
  add("password-queue", to.passwords.queue, wholeNumber(1, 100'000),
      "Log-ins that may wait; more are asked to come again");
  add("password-operations", to.passwords.operations, wholeNumber(1, 1000), "Argon2id passes");
  add("password-memory", to.passwords.memoryKiB, wholeNumber(leastMemory, 4 * 1024 * 1024), "Argon2id memory in KiB");
  list("refused-mail-domains", to.refusedMailDomains, mailDomain(),
       "Mail domains refused beside the phone carriers' list; .foo.jp is every subdomain");
  list("warned-mail-domains", to.warnedMailDomains, mailDomain(), "Mail domains warned of beside the built-in list");
}

void Settings::describeMail(Configuration& configuration) {
  Smtp& to = configuration.smtp;
  group("Mail");
  add("smtp-url", to.url, smtpUrl(), "Server that sends letters; without it they wait");
  add("smtp-user", to.user, anyText(), "User at the SMTP server");
  add("smtp-password", to.password, anyText(), "Password there; better by environment or file than by flag").isSecret =
      true;
  add("smtp-from", to.from, mailbox(), "Sender of letters");
  add("smtp-reply-to", to.replyTo, mailboxOrNone(), "Where answers to letters go");
  truth("smtp-tls", to.requireTls, "Send by TLS or not at all");
  add("smtp-ca-file", to.caFile, anyText(), "Certificates to trust instead of the system's");
  add("smtp-timeout", to.timeout, duration(second, hour), "Time for the SMTP server to take one letter");
}

}  // namespace senkoi::server
