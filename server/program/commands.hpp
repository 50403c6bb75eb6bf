// The commands of the program: `senkoi serve|demo|rehearse|migrate|backup|restore|export-static|audit …|mail …|staff
// …`. Each tells on standard output what it did and throws std::runtime_error, or store::Failure, with a sentence for
// the operator where it can't. All but serving work beside a server that runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server {

class Settings;

// Reads the command line and runs what it names. Every setting is one thing with three doors: --flag, SENKOI_FLAG in
// the environment, and `flag = value` in the file of --config. The exit status: 0 done, 1 failed (the reason on
// standard error), CLI11's own where the command line is wrong.
int runCommand(int count, char** arguments);

// Prints each setting, where it comes from, what is doubtful and everything that is wrong, and starts nothing. Throws
// where anything is wrong. The command line has been parsed; `environment` as in environ(7).
void checkSettings(Settings&, const Configuration&, const char* const* environment);

// Wires the program and runs it until SIGTERM, SIGINT or SIGHUP. Blocks.
void serve(Configuration configuration);

// The same with a made season, a clock that can be moved and mails that can be read: for trying, never for people's
// data.
void serveDemo(Configuration configuration);

// A copy of the season in the database, with such a clock and such mails: the office moves it through its year. The
// copy is gone afterwards, the season itself stays as it is (S4).
void serveRehearsal(Configuration configuration);

// The public answers as files, for a host that has no API, each the very bytes that the API answers at this moment:
// season.json, notices.json, {catalogue,figures,notices}/01.json … 19.json, programs/ID.json. Lists lie there
// compressed as well. Each file is replaced as a whole, so a host may serve them meanwhile; programs that are gone lose
// theirs. Nothing of an account is read.
void exportStatic(const Configuration& configuration, const std::filesystem::path& directory, Instant now);

// `heads`: as the server printed them, kept outside the database.
void verifyAudit(const Configuration& configuration, const std::vector<std::string>& heads);
void printAuditHead(const Configuration& configuration);

// As it was typed; checked like an office's invitation.
struct NewStaff {
  std::string mail, name, role = "board", field, language = "ja";
  std::vector<std::int64_t> programs;  // of a director
  bool showLink = false;
};

// How the first member of the board comes to be (S4).
void inviteStaff(const Configuration&, const NewStaff&);

// A line each: number, role, field, whether they have joined, mail address and name.
void listStaff(const Configuration&);

// By the number in that list. Alone: a server that runs would go on with the sessions that it remembers (18), and its
// pages close accounts themselves.
void closeStaff(const Configuration&, std::int64_t number);

// Letters that have not gone out (L4), a line each: number, kind, whether it was given up or when it is tried next, and
// why. No address.
void listLetters(const Configuration&);

struct LettersToRetry {
  std::vector<std::int64_t> numbers;
  bool all = false;  // that were given up and whose link still holds
};

// Sends one letter to `address` at once, past the outbox, by the settings that the server would use.
void sendTestLetter(const Configuration&, const std::string& address);

// Makes them due; the server that runs sends them. All or nothing: an unknown number, or a letter whose link has
// expired, retries none.
void retryLetters(const Configuration&, const LettersToRetry&);

}  // namespace senkoi::server
