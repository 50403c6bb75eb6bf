#include "server/demo/staff.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/accounts/totp.hpp"
#include "server/demo/season_data.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::demo {
namespace {

constexpr const char* staffPassword = "Senkoi-demo-2019";
constexpr Field staffField{2};
constexpr Prefecture staffPrefecture{13};
constexpr std::size_t directed = 2;  // programs of the director

struct KnownPerson {
  const char* mail;
  const char* name;
  Role role;
  std::optional<Field> field;
  const char* what;
};

constexpr std::array<KnownPerson, 4> knownPeople{{
    {"director@example.jp", "", Role::director, staffField, "program director, paediatrics in Tokyo"},
    {"society@example.jp", "小児科 事務局", Role::society, staffField, "society office, paediatrics"},
    {"board@example.jp", "機構 一郎", Role::board, {}, "board office"},
    {"board2@example.jp", "機構 二郎", Role::board, {}, "board office, the second person"},
}};

// The programs of Tokyo's paediatrics that most applied to.
std::vector<const store::Program*> mostWanted(const SeasonData& data) {
  std::map<std::int64_t, std::size_t> applicants;
  for (const store::DemoApplicant& one : data.applicants) {
    for (const store::Application& application : one.applications) ++applicants[application.program];
  }
  std::vector<const store::Program*> programs;
  for (const store::Program& program : data.start.programs) {
    if (program.field == staffField && program.prefecture == staffPrefecture) programs.push_back(&program);
  }
  std::ranges::stable_sort(programs, std::greater{}, [&](const auto* program) { return applicants[program->id]; });
  programs.resize(std::min(programs.size(), directed));
  return programs;
}

store::Invitation invitationOf(const KnownPerson& one, const std::vector<const store::Program*>& wanted) {
  store::Invitation invitation{one.mail, one.name, Language::ja, one.role, one.field, {}};
  if (one.role != Role::director) return invitation;
  for (const store::Program* const program : wanted) invitation.programs.push_back(program->id);
  invitation.name = wanted.empty() ? one.mail : wanted.front()->director;
  return invitation;
}

}  // namespace

std::vector<StaffLogIn> knownStaff() {
  std::vector<StaffLogIn> logIns;
  for (const KnownPerson& one : knownPeople) logIns.push_back({one.mail, staffPassword, one.what});
  return logIns;
}

void addStaff(store::Store& store, const SeasonData& data, const std::string& passwordHash,
              const accounts::Secrets& secrets) {
  const auto wanted = mostWanted(data);
  for (const KnownPerson& one : knownPeople) {
    const std::string secret = accounts::confirmationSecret(secrets, one.mail);
    store.staff().add(invitationOf(one, wanted), {passwordHash, secrets.encrypt(secret), 0, {}}, opening());
  }
}

std::optional<std::string> confirmationCodeNow(const store::StaffCredentials& credentials,
                                               const accounts::Secrets& secrets, Instant real) {
  const auto secret = secrets.decrypt(credentials.encryptedSecret);
  const std::int64_t step = std::max(accounts::stepAt(real), credentials.lastStep + 1);
  if (!secret || step > accounts::stepAt(real) + 1) return std::nullopt;
  return accounts::codeOf(*secret, step);
}

}  // namespace senkoi::server::demo
