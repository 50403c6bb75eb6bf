// POST /staff/people: invites a director, an office, a board member (S3, S4); a letter brings the link. And again,
// which ends the link before.
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/json/form.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using InvitationForm = forms::StaffInvitation<std::string>;

store::Invitation invitationOf(const InvitationForm& form, std::vector<std::int64_t> programs) {
  const Role role = roleOf(form.role).value_or(Role::director);
  if (role != Role::director) programs.clear();
  return {form.mail,
          form.staffName,
          languageOf(form.language).value_or(Language::ja),
          role,
          senkoi::fieldOf(form.field),
          std::move(programs)};
}

void requireAllowed(const store::Invitation& invitation, const Call& call) {
  if (!workflow::answersFor(postOf(call.staffCaller->staff), {invitation.role, invitation.field}))
    throw json::Refusal{Code::notForYou};
  if (invitation.role == Role::director && invitation.programs.empty())
    throw json::Refusal{Code::formRefused, {{"programs", Code::choiceRequired}}};
}

void requireQuietMailbox(const Call& call, App& app, const std::string& mail) {
  if (const unsigned wait = waitToWrite(call, app, LetterAsked::invitation, {}, mail, false); wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
}

// A refusal of the store that belongs to an entry is told there.
json::Refusal refusalAtItem(Code code) {
  if (code == Code::staffMailTaken) return {code, {{Item::invitedMail, code}}};
  if (code == Code::programUnknown || code == Code::programOfOtherField) return {code, {{"programs", code}}};
  return {code};
}

}  // namespace

Async<http::Response> invitePerson(Call& call, App& app) {
  auto body = bodyOf(call);
  auto programs = takePrograms(body);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<InvitationForm>(body, context);
  json::requireAccepted(entry, context);
  const store::Invitation invitation = invitationOf(entry.form, std::move(programs));
  requireAllowed(invitation, call);
  requireQuietMailbox(call, app, invitation.mail);
  const store::Nonce nonce = app.secrets.nonce();
  const store::Hash token = *accounts::hashOf(app.secrets.linkToken(nonce));
  const store::Actor actor = call.actor();
  const auto invited = co_await app.writer.run(
      [&](store::Store& store) { return store.staff().invite(invitation, nonce, token, call.now(), actor); });
  if (!invited.value) throw refusalAtItem(invited.code);
  co_return json::answer(201, {{"person", personOf(*invited.value, app.reader)}});
}

Async<http::Response> invitePersonAgain(Call& call, App& app) {
  refuseBody(call);
  const store::Staff person = personOf(call, app);
  requireQuietMailbox(call, app, person.mail);
  const store::Nonce nonce = app.secrets.nonce();
  const store::Hash token = *accounts::hashOf(app.secrets.linkToken(nonce));
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.staff().inviteAgain(person.id, nonce, token, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
