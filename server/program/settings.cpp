#include "server/program/settings.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

#include "server/base/configuration.hpp"

namespace senkoi::server {
namespace {

using Texts = std::vector<std::string>;

// "--smtp-url" → "SENKOI_SMTP_URL".
std::string environmentName(std::string flag) {
  std::ranges::transform(flag, flag.begin(),
                         [](unsigned char c) { return c == '-' ? '_' : static_cast<char>(std::toupper(c)); });
  return "SENKOI" + flag.substr(1);  // one of the two hyphens stays as '_'
}

class Settings {
 public:
  explicit Settings(CLI::App& app) : app_(app) {}

  void group(const char* name) { group_ = name; }

  template <class Value>
  CLI::Option* add(const std::string& flag, Value& value, const char* description) {
    return named(app_.add_option(flag, value, description)->capture_default_str(), flag);
  }

  void list(const std::string& flag, Texts& values, const char* description) {
    named(app_.add_option(flag, values, description)->delimiter(','), flag);
  }

  void truth(const std::string& flag, bool& value, const char* description) {
    named(app_.add_flag(flag + ",!--no-" + flag.substr(2), value, description), flag);
  }

  // "90s", "30min", "12h"; a plain number is milliseconds.
  void time(const std::string& flag, Instant& value, const char* description) {
    const std::map<std::string, Instant> units{{"ms", 1}, {"s", second}, {"min", minute}, {"h", hour}};
    add(flag, value, description)
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::CASE_SENSITIVE, "TIME"));
  }

 private:
  CLI::Option* named(CLI::Option* option, const std::string& flag) {
    return option->envname(environmentName(flag))->group(group_);
  }

  CLI::App& app_;
  std::string group_;
};

void describeServing(Settings& settings, Configuration& to) {
  settings.group("Serving");
  settings.add("--address", to.address, "Address to listen on");
  settings.add("--port", to.port, "Port to listen on; 0 takes a free one");
  settings.add("--public-origin", to.publicOrigin, "Where people see the pages, as https://host; letters link there");
  settings.add("--public-path", to.publicPath, "Folder of the pages there, as /senkoi/");
  settings.list("--site-origins", to.siteOrigins, "Further origins of the site's own pages, which may log in");
  settings.list("--embed-origins", to.embedOrigins,
                "Origins of societies' pages: public reads and newcomers' addresses");
  settings.list("--proxies", to.proxies, "Addresses or networks of proxies whose X-Forwarded-For counts");
  settings.add("--site", to.site, "Folder of the built pages; without it another host serves them");
  settings.add("--database", to.database, "Database file; its key lies beside it");
  settings.add("--log-level", to.logLevel, "debug, info, warn, error or off");
  settings.add("--metrics", to.metrics,
               "Address and port that serve /metrics to Prometheus, as 127.0.0.1:9464; not for the world");
}

void describeLimits(Settings& settings, Configuration& to) {
  settings.group("Limits");
  settings.truth("--rate-limits", to.rateLimits, "Limit what one address may ask in a minute");
  settings.add("--connections", to.limits.connections, "Connections at once");
  settings.add("--batch", to.limits.batch, "Writes made durable together, where so many wait; 1 commits one by one")
      ->check(CLI::Range(1, 4096));
  settings.time("--header-time", to.limits.headerTime, "Time for the head of a request");
  settings.time("--body-time", to.limits.bodyTime, "Time for its body");
  settings.time("--answer-time", to.limits.answerTime, "Time for a client to read an answer");
  settings.time("--idle-time", to.limits.idleTime, "Time that an idle connection is kept");
  settings.time("--drain-time", to.limits.drainTime, "Time for answers in flight when stopping");
  settings.time("--session-idle", to.sessionIdle, "A session ends after this time without a request");
  settings.time("--session-absolute", to.sessionAbsolute, "A session ends after this time in any case");
  settings.time("--staff-session-idle", to.staffSessionIdle, "The same for directors and offices");
  settings.time("--staff-session-absolute", to.staffSessionAbsolute, "The same for directors and offices");
}

void describeAccounts(Settings& settings, Configuration& to) {
  settings.group("Accounts");
  settings.add("--password-minimum", to.passwords.minimum, "Fewest characters of a password");
  settings.add("--password-maximum", to.passwords.maximum, "Most characters of a password");
  settings.add("--password-threads", to.passwords.threads, "Passwords hashed at once");
  settings.add("--password-queue", to.passwords.queue, "Log-ins that may wait; more are asked to come again");
  settings.add("--password-operations", to.passwords.operations, "Argon2id passes");
  settings.add("--password-memory", to.passwords.memoryKiB, "Argon2id memory in KiB");
  settings.list("--refused-mail-domains", to.refusedMailDomains,
                "Mail domains refused beside the phone carriers' list");
  settings.list("--warned-mail-domains", to.warnedMailDomains, "Mail domains warned of beside the built-in list");
}

void describeMail(Settings& settings, Smtp& to) {
  settings.group("Mail");
  settings.add("--smtp-url", to.url, "smtp://host:port or smtps://host:port; without it letters wait");
  settings.add("--smtp-user", to.user, "User at the SMTP server");
  settings.add("--smtp-password", to.password, "Password there; better by environment or file than by flag");
  settings.add("--smtp-from", to.from, "Sender of letters");
  settings.add("--smtp-reply-to", to.replyTo, "Where answers to letters go");
  settings.truth("--smtp-tls", to.requireTls, "Send by TLS or not at all");
  settings.add("--smtp-ca-file", to.caFile, "Certificates to trust instead of the system's");
  settings.time("--smtp-timeout", to.timeout, "Time for the SMTP server to take one letter");
}

}  // namespace

void describeSettings(CLI::App& app, Configuration& configuration) {
  app.set_config("--config", "", "File of settings, one `name = value` a line")->envname("SENKOI_CONFIG");
  Settings settings(app);
  describeServing(settings, configuration);
  describeLimits(settings, configuration);
  describeAccounts(settings, configuration);
  describeMail(settings, configuration.smtp);
  settings.group("Demo");
  settings.add("--demo-applicants", configuration.demoApplicants, "Applicants that the demo's season begins with");
}

}  // namespace senkoi::server
