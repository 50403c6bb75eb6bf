// bench-season FILE: makes a database that `senkoi serve` serves by the real clock, with a season at real scale whose
// first registration period stands around the present moment; where the file exists, only that period moves.
// Everything goes in through the store's own operations.
// All accounts have one password, hashed once: a log-in costs what it costs with a hash of its own, making them does
// not.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/base/clock.hpp"
#include "server/demo/season_data.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/open.hpp"
#include "server/program/keyed_database.hpp"
#include "tests/bench/season/calendar.hpp"
#include "tests/bench/season/people.hpp"

namespace senkoi::bench {
namespace {

using namespace senkoi::server;

constexpr std::uint32_t batch = 10'000;

struct Wanted {
  std::string file, people, password = "senkoi2019";
  Instant begins = -30LL * 24 * 3600, ends = 3600;  // seconds from now
  std::size_t programs = 3205;
  std::uint32_t earlier = 8000, accounts = 0, sessions = 0;
  Passwords cost;
};

template <class Work>
void durably(store::Store& store, Work work) {
  store.startBatch();
  work();
  store.commitBatch();
  store.takeCountChanges();
}

std::vector<std::string> addPeople(store::Store& store, const Wanted& wanted, const Programs& programs,
                                   const std::string& hash) {
  std::vector<std::string> ids;
  while (ids.size() < wanted.accounts) {
    std::vector<store::DemoApplicant> some;
    for (auto number = static_cast<std::uint32_t>(ids.size()); number < wanted.accounts && some.size() < batch;
         ++number)
      some.push_back(makePerson(programs, wanted.earlier, number, hash));
    durably(store, [&] { store.addDemoApplicants(some); });
    for (const auto& person : some) ids.push_back(person.account.userId);
  }
  return ids;
}

// The first accounts are logged in already. Their tokens, in order.
std::vector<std::string> openSessions(store::Store& store, const Wanted& wanted, const std::vector<std::string>& ids,
                                      const accounts::Secrets& secrets, Instant now, const std::string& hash) {
  std::vector<std::string> tokens;
  while (tokens.size() < std::min<std::size_t>(wanted.sessions, ids.size())) {
    durably(store, [&] {
      for (std::uint32_t i = 0; i < batch && tokens.size() < std::min<std::size_t>(wanted.sessions, ids.size()); ++i) {
        const std::string& id = ids[tokens.size()];
        tokens.push_back(secrets.sessionToken());
        store.openSession(*accounts::hashOf(tokens.back()), {id, hash}, now,
                          {workflow::ActorKind::applicant, id, "192.0.2.1"});
      }
    });
  }
  return tokens;
}

void makeSeason(const Wanted& wanted) {
  const Instant now = systemClock()();
  const workflow::Window registration{now + wanted.begins * 1000, now + wanted.ends * 1000};
  const auto key = keyOf(KeyedDatabase(wanted.file));
  const accounts::Secrets secrets(key, accounts::systemRandom());
  const std::string hash = accounts::hashPassword(wanted.password, {wanted.cost.operations, wanted.cost.memoryKiB});
  const Programs programs = makePrograms(wanted.programs);
  const auto database = store::openWriting(wanted.file, accounts::auditKey(key));
  durably(*database, [&] {
    database->begin({seasonAround(registration), programs, demo::makeCeilings(), demo::makeNotices()});
    database->addDemoApplicants(makeEarlier(programs, wanted.earlier, hash, registration.from, now));
  });
  const auto ids = addPeople(*database, wanted, programs, hash);
  const auto tokens = openSessions(*database, wanted, ids, secrets, now, hash);
  if (wanted.people.empty()) return;
  std::ofstream list(wanted.people);
  for (std::size_t i = 0; i < ids.size(); ++i) list << ids[i] << (i < tokens.size() ? " " + tokens[i] : "") << '\n';
}

// As the board does it: what has begun stays.
void moveRegistration(const Wanted& wanted) {
  const Instant now = systemClock()();
  const auto database = store::openWriting(wanted.file, accounts::auditKey(keyOf(KeyedDatabase(wanted.file))));
  durably(*database, [&] {
    workflow::Season season = *database->season();
    workflow::Window& registration = season.rounds.front().registration;
    if (registration.from > now) registration.from = now + wanted.begins * 1000;
    registration.until = now + wanted.ends * 1000;
    const auto fault = database->offices().changeSeason(season, database->offices().releaseNeeded(), now, {});
    if (fault.code != Code::ok) throw std::runtime_error("the registration period cannot move there");
  });
}

}  // namespace
}  // namespace senkoi::bench

int main(int count, char** arguments) {
  senkoi::bench::Wanted wanted;
  CLI::App app("A season at real scale around the present moment, as a database for senkoi serve", "bench-season");
  app.add_option("file", wanted.file, "The database")->required();
  app.add_option("--begins", wanted.begins, "Seconds until registration begins; negative: it has")
      ->capture_default_str();
  app.add_option("--ends", wanted.ends, "Seconds until it ends")->capture_default_str();
  app.add_option("--programs", wanted.programs, "3,205 or more")->capture_default_str();
  app.add_option("--earlier", wanted.earlier, "Applicants of the days before")->capture_default_str();
  app.add_option("--accounts", wanted.accounts, "Further accounts, which have not applied")->capture_default_str();
  app.add_option("--sessions", wanted.sessions, "How many of those are logged in")->capture_default_str();
  app.add_option("--people", wanted.people, "File for the further accounts: user ID and session's token, one a line");
  app.add_option("--password", wanted.password, "Of every account")->capture_default_str();
  app.add_option("--password-operations", wanted.cost.operations, "Argon2id passes")->capture_default_str();
  app.add_option("--password-memory", wanted.cost.memoryKiB, "Argon2id memory in KiB")->capture_default_str();
  try {
    app.parse(count, arguments);
    std::filesystem::exists(wanted.file) ? senkoi::bench::moveRegistration(wanted) : senkoi::bench::makeSeason(wanted);
    return 0;
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong);
  } catch (const std::exception& failure) {
    std::cerr << "bench-season: " << failure.what() << '\n';
    return 1;
  }
}
