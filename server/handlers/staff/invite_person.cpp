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

void requireAllowed(const store::Invitation& invitation, const RequestContext& context) {
  if (!workflow::answersFor(postOf(context.staffCaller->staff), {invitation.role, invitation.field}))
    throw json::ApiError{Code::notForYou};
  if (invitation.role == Role::director && invitation.programs.empty())
    throw json::ApiError{Code::formRefused, {{"programs", Code::choiceRequired}}};
}

void requireQuietMailbox(const RequestContext& context, Services& services, const std::string& mail) {
  if (const unsigned wait = waitToWrite(context, services, LetterAsked::invitation, {}, mail, false); wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
}

// A refusal of the store that belongs to an entry is told there.
json::ApiError refusalAtItem(Code code) {
  if (code == Code::staffMailTaken) return {code, {{Item::invitedMail, code}}};
  if (code == Code::programUnknown || code == Code::programOfOtherField) return {code, {{"programs", code}}};
  return {code};
}

}  // namespace

Async<http::Response> invitePerson(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  auto programs = takePrograms(body);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<InvitationForm>(body, formContext);
  json::requireAccepted(entry, formContext);
  const store::Invitation invitation = invitationOf(entry.form, std::move(programs));
  requireAllowed(invitation, context);
  requireQuietMailbox(context, services, invitation.mail);
  const store::Nonce nonce = services.secrets.nonce();
  const store::Hash token = *accounts::hashOf(services.secrets.linkToken(nonce));
  const store::Actor actor = context.actor();
  json::Json shown;
  const auto invited = co_await services.writer.run([&](store::Store& store) {
    const auto made = store.staff().invite(invitation, nonce, token, context.now(), actor);
    if (made.value) shown = personOf(*made.value, store);
    return made;
  });
  if (!invited.value) throw refusalAtItem(invited.code);
  co_return json::answer(201, {{"person", shown}});
}

Async<http::Response> invitePersonAgain(RequestContext& context, Services& services) {
  refuseBody(context);
  const store::Staff person = personOf(context, services);
  requireQuietMailbox(context, services, person.mail);
  const store::Nonce nonce = services.secrets.nonce();
  const store::Hash token = *accounts::hashOf(services.secrets.linkToken(nonce));
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.staff().inviteAgain(person.id, nonce, token, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
