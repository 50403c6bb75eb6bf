// What the store keeps, as plain values in core's types. Values; no thread owns them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/instant.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/prefecture.hpp"
#include "senkoi/codes/role.hpp"
#include "senkoi/forms/user_data.hpp"
#include "senkoi/rules/limit_tree.hpp"
#include "senkoi/workflow/application.hpp"
#include "senkoi/workflow/calendar.hpp"
#include "server/database/column_table.hpp"
#include "server/database/types.hpp"
#include "server/operations/stored_values.hpp"

namespace senkoi::server::store {

using Nonce = std::array<std::uint8_t, 32>;  // a letter's token is derived from it by the server key (accounts/)
using UserData = forms::UserData<std::string>;

template <class T>
struct Outcome {
  Code code = Code::ok;
  std::optional<T> value;  // set exactly when code is ok

  Outcome() = default;
  Outcome(Code refusal) : code(refusal) {}
  Outcome(T made) : value(std::move(made)) {}
};

// Who did it and from where, for the audit log (S5).
struct Actor {
  workflow::ActorKind who = workflow::ActorKind::system;
  std::string id;       // user ID; empty for a stranger or the system
  std::string address;  // network address; empty for the system
};

struct Program {
  std::int64_t id = 0;
  Field field{};
  Prefecture prefecture{};
  std::string facility, name;
  std::uint32_t capacity = 0;
  std::string director, department, phone, mail, address, url;
  std::uint8_t rounds = 0;  // bit r-1: recruits in round r

  bool recruitsIn(int round) const { return round >= 1 && round <= 8 && (rounds >> (round - 1) & 1) != 0; }
  bool operator==(const Program&) const = default;
};

template <>
inline constexpr auto columnsOf<Program> = std::tuple{Column{"id", &Program::id},
                                                      Column{"field", &Program::field},
                                                      Column{"prefecture", &Program::prefecture},
                                                      Column{"facility", &Program::facility},
                                                      Column{"name", &Program::name},
                                                      Column{"capacity", &Program::capacity},
                                                      Column{"director", &Program::director},
                                                      Column{"department", &Program::department},
                                                      Column{"phone", &Program::phone},
                                                      Column{"mail", &Program::mail},
                                                      Column{"address", &Program::address},
                                                      Column{"url", &Program::url},
                                                      Column{"rounds", &Program::rounds}};

struct Ceiling {
  Field field{};
  Prefecture prefecture{};
  std::vector<std::uint32_t> pastAdoptions;  // oldest first
  std::uint32_t published = 0;               // the number in force, the office's (D at M3.7)

  bool operator==(const Ceiling&) const = default;
};

struct Notice {
  std::int64_t id = 0;
  std::optional<Field> field;  // none: the 機構's, for all
  Instant publishedAt = 0;
  std::string titleJa, titleEn, bodyJa, bodyEn;

  bool operator==(const Notice&) const = default;
};

template <>
inline constexpr auto columnsOf<Notice> = std::tuple{Column{"id", &Notice::id},
                                                     Column{"field", &Notice::field},
                                                     Column{"published_at", &Notice::publishedAt},
                                                     Column{"title_ja", &Notice::titleJa},
                                                     Column{"title_en", &Notice::titleEn},
                                                     Column{"body_ja", &Notice::bodyJa},
                                                     Column{"body_en", &Notice::bodyEn}};

struct Application {
  std::int64_t id = 0;
  std::string userId;  // empty once the account is deleted
  int round = 0;
  std::int64_t program = 0;
  workflow::State state = workflow::State::applied;  // as decided; what may be shown is core's visibility
  Instant appliedAt = 0, changedAt = 0;
  std::string kind{};  // of the seats applied for (T2); empty: ordinary

  bool operator==(const Application&) const = default;
};

template <>
inline constexpr auto columnsOf<Application> = std::tuple{Column{"id", &Application::id},
                                                          Column{"user_id", &Application::userId},
                                                          Column{"round", &Application::round},
                                                          Column{"program", &Application::program},
                                                          Column{"state", &Application::state},
                                                          Column{"applied_at", &Application::appliedAt},
                                                          Column{"changed_at", &Application::changedAt},
                                                          Column{"kind", &Application::kind}};

struct Account {
  std::string userId;
  std::string mail;  // empty: gets no letters (generated applicants of the demo)
  Field field{};
  Language language = Language::ja;
  UserData data;
  Instant registeredAt = 0;
};

struct Credentials {
  std::string userId;
  std::string passwordHash;  // Argon2id, libsodium's encoded form
};

struct Session {
  std::string userId;
  Instant openedAt = 0, seenAt = 0;
};

struct RegistrationLink {
  std::string mail;
  Field field{};
  Language language = Language::ja;
  Instant until = 0;  // submit before
};

// A step in an application's life that changes counts; the snapshot applies them after the commit.
struct CountChange {
  std::int64_t program = 0;
  int round = 0;
  std::optional<workflow::State> from, to;
  std::string kind{};          // as the application's
  rules::Counting counting{};  // where the applicant counts (T4)

  bool operator==(const CountChange&) const = default;
};

// Stored by number: add at the end.
enum class LetterKind : std::uint8_t {
  registrationLink,
  registered,
  recovery,
  passwordChanged,
  accountDeleted,
  applied,
  withdrawn,
  switched,
  resultsOut,
  staffInvitation,
  staffRecovery,
  dataChanged,
  staffAccessChanged,
  decisionChanged,
  declineEntered,
  classChanged
};
template <>
inline constexpr Stored storedAs<LetterKind> = Stored::number;

// As the API and the command line name it.
constexpr std::string_view name(LetterKind kind) {
  constexpr std::array<std::string_view, 16> names{
      "registration_link",    "registered",       "recovery",        "password_changed",
      "account_deleted",      "applied",          "withdrawn",       "switched",
      "results_out",          "staff_invitation", "staff_recovery",  "data_changed",
      "staff_access_changed", "decision_changed", "decline_entered", "class_changed"};
  static_assert(static_cast<std::size_t>(LetterKind::classChanged) + 1 == names.size());
  return names[static_cast<std::size_t>(kind)];
}

using Facts = std::vector<std::pair<std::string, std::string>>;

struct Letter {
  std::int64_t id = 0;
  LetterKind kind = LetterKind::registrationLink;
  std::string to;
  Language language = Language::ja;
  Facts facts;                 // name → text, filled into the letter's words
  std::optional<Nonce> nonce;  // a link's token derives from it
  Instant dueAt = 0;
  unsigned attempts = 0;
  Instant triedSince = 0;  // queued, or asked for again
};

// How the outbox stands, for whoever watches it.
struct LettersWaiting {
  std::size_t waiting = 0;        // to be sent
  std::optional<Instant> oldest;  // of these: when it was queued, or asked for again
  std::size_t refused = 0;        // given up
};

// A member of staff: director, society office, board (S1, S3, S4).
struct Staff {
  std::int64_t id = 0;
  std::string mail, name;
  Language language = Language::ja;
  Role role{};
  std::optional<Field> field;  // of a society office and of a director; none for the board
  Instant invitedAt = 0;
  std::optional<Instant> joinedAt, closedAt;

  bool operator==(const Staff&) const = default;
};

template <>
inline constexpr auto columnsOf<Staff> = std::tuple{Column{"id", &Staff::id},
                                                    Column{"mail", &Staff::mail},
                                                    Column{"name", &Staff::name},
                                                    Column{"language", &Staff::language},
                                                    Column{"role", &Staff::role},
                                                    Column{"field", &Staff::field},
                                                    Column{"invited_at", &Staff::invitedAt},
                                                    Column{"joined_at", &Staff::joinedAt},
                                                    Column{"closed_at", &Staff::closedAt}};

inline Actor actorOf(const Staff& staff, std::string address) {
  return {staff.role == Role::director ? workflow::ActorKind::director : workflow::ActorKind::office,
          std::to_string(staff.id), std::move(address)};
}

// What a member of staff logs in with. The secret of the confirmation codes is encrypted with the server key.
struct StaffCredentials {
  Staff staff;
  std::string passwordHash;  // Argon2id
  std::string encryptedSecret;
  std::int64_t lastStep = 0;  // RFC 6238: a step that was used is not taken again
};

struct StaffSession {
  Staff staff;
  Instant openedAt = 0, seenAt = 0;
};

// Who is to become staff; `programs` for directors alone.
struct Invitation {
  std::string mail, name;
  Language language = Language::ja;
  Role role{};
  std::optional<Field> field;
  std::vector<std::int64_t> programs;
};

// Why a director changed an applicant's data, and who it was (S1).
struct DataNote {
  Instant at = 0;
  std::string by, note;
};

// An application as its director sees it, with all that the registration holds (S1).
struct Candidate {
  Application application;
  Account account;              // empty where the account was deleted
  std::string reason, owner;    // of a held one
  std::vector<DataNote> notes;  // oldest first
};

// What a director decides of one application. `from` is what the page showed: where a colleague changed it since,
// nothing is done (changedMeanwhile). None: whatever it is.
struct Decision {
  std::int64_t application = 0;
  std::optional<workflow::State> from;
  workflow::State to = workflow::State::applied;
  std::string reason, owner;  // of 保留
};

// How full a program and its cell are, by those who count there (T4).
struct SeatsLeft {
  struct Offer {
    std::string kind;
    std::int64_t adopted = 0, seats = 0;
  };
  std::int64_t adoptedInProgram = 0, capacity = 0, adoptedInCell = 0;
  std::optional<std::int64_t> ceiling;
  // Where the season has kinds; else empty.
  std::vector<Offer> offers{};
  rules::LimitTree limits{};                  // plain, where the cell has one number
  std::vector<std::int64_t> adoptedByNode{};  // of the limits, in their order
};

struct DecisionOutcome {
  std::int64_t application = 0;
  Code code = Code::ok;
  workflow::State state = workflow::State::applied;  // as it stands now
  SeatsLeft seats;
  std::int64_t limit = 0;   // that refused
  std::string refusedBy{};  // the kind or group whose limit it is, in a season with kinds (T5)
};

struct AuditEntry {
  std::int64_t number = 0;
  Instant at = 0;
  Actor actor;
  std::string action, subject, detail;  // never names, addresses or numbers of a person: the log outlives the account
};

// Everything a season begins with; what the demo makes and an office imports.
struct SeasonStart {
  workflow::Season season;
  std::vector<Program> programs;
  std::vector<Ceiling> ceilings;
  std::vector<Notice> notices;
};

struct DemoApplicant {
  Account account;
  std::string passwordHash;
  std::vector<Application> applications;  // their id and userId are the store's to set
};

}  // namespace senkoi::server::store
