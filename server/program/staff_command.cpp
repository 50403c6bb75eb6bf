#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "senkoi/forms/staff_access.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/accounts/secrets.hpp"
#include "server/base/clock.hpp"
#include "server/json/form.hpp"
#include "server/operations/open.hpp"
#include "server/operations/staff_store.hpp"
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"

namespace senkoi::server {
namespace {

using InvitationForm = forms::StaffInvitation<std::string>;

store::Invitation invitationOf(const NewStaff& entered, Instant now) {
  InvitationForm form{entered.role, entered.field, entered.name, entered.mail, entered.language};
  const forms::Context context{now, 0, {}, {}};
  for (const json::Finding& finding : json::findings<InvitationForm>(forms::check(form, context), context)) {
    if (refuses(finding.code)) throw std::runtime_error(finding.field + ": " + finding.message(Language::en));
  }
  const Role role = roleOf(form.role).value_or(Role::board);
  return {form.mail, form.staffName,      languageOf(form.language).value_or(Language::ja),
          role,      fieldOf(form.field), role == Role::director ? entered.programs : std::vector<std::int64_t>{}};
}

// The token of the link.
std::string invite(const Configuration& configuration, const store::Invitation& invitation, Instant now) {
  using Use = store::sqlite::DatabaseLock::Use;
  // Beside a server; but alone where the schema is still to be made.
  const bool newest = store::hasNewestSchema(configuration.database);
  const store::sqlite::DatabaseLock lock(configuration.database, newest ? Use::asking : Use::replacing, "staff invite");
  const accounts::ServerKey key = keyOf(KeyedDatabase(configuration));
  const accounts::Secrets secrets(key, accounts::systemRandom());
  const auto store = store::openWriting(configuration.database, accounts::auditKey(key));
  const store::Nonce nonce = secrets.nonce();
  std::string token = secrets.linkToken(nonce);
  store->startBatch();
  const auto invited = store->staff().invite(invitation, nonce, *accounts::hashOf(token), now, {});
  if (!invited.value) throw std::runtime_error(std::string(words::sentence(invited.code, Language::en)));
  store->commitBatch();
  return token;
}

}  // namespace

void inviteStaff(const Configuration& configuration, const NewStaff& entered) {
  const Instant now = systemClock()();
  const store::Invitation invitation = invitationOf(entered, now);
  const std::string token = invite(configuration, invitation, now);
  std::cout << "invited " << invitation.mail << "; the server sends the letter\n";
  if (entered.showLink) std::cout << configuration.pages() << "/staff/join.html#token=" << token << '\n';
}

void listStaff(const Configuration& configuration) {
  refuseForeignKey(KeyedDatabase(configuration));
  const auto reader = store::openReading(configuration.database);
  for (const store::Staff& staff : reader->staff().people()) {
    if (staff.closedAt) continue;
    std::cout << staff.id << '\t' << name(staff.role) << '\t';
    if (staff.field) std::cout << digits(*staff.field).view();
    std::cout << '\t' << (staff.joinedAt ? "joined" : "invited") << '\t' << staff.mail << '\t' << staff.name << '\n';
  }
}

void closeStaff(const Configuration& configuration, std::int64_t number) {
  store::openReading(configuration.database);  // there is one, of this schema: nothing is made or upgraded here
  const store::sqlite::DatabaseLock lock(configuration.database, store::sqlite::DatabaseLock::Use::serving,
                                         "staff close");
  const auto store = store::openWriting(configuration.database, auditKeyOf(KeyedDatabase(configuration)));
  store->startBatch();
  const Code code = store->staff().close(number, systemClock()(), {});
  if (code != Code::ok)
    throw std::runtime_error("there is no open account " + std::to_string(number) + ": see senkoi staff list");
  store->commitBatch();
  std::cout << "closed account " << number << '\n';
}

}  // namespace senkoi::server
