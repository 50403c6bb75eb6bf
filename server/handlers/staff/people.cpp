// Those whom the caller answers for (S3, S4).
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/json/form.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

// GET /staff/people: those whom the caller answers for, and whom they may invite (S3, S4).
Async<http::Response> people(RequestContext& context, Services& services) {
  const workflow::Post caller = postOf(context.staffCaller->staff);
  json::Json roles = json::Json::array();
  for (const Role role : {Role::director, Role::society, Role::board}) {
    if (workflow::answersFor(caller, {role, caller.field})) roles.push_back(name(role));
  }
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::Staff& each : reader.staff().people()) {
      if (workflow::answersFor(caller, postOf(each))) list.push_back(personOf(each, reader));
    }
    return json::answer(200, {{"people", std::move(list)}, {"may_invite", std::move(roles)}});
  });
}

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

// POST /staff/people: invites a director, an office, a board member (S3, S4); a letter brings the link. And again,
// which ends the link before.
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

// PUT /staff/people/{id}: which programs a director decides for (S3). DELETE: the account is closed at once, with every
// session of it (18); nobody closes their own, so the board is never without anybody.
Async<http::Response> changePerson(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto programs = takePrograms(body);
  json::refuseRest(body);
  const store::Staff person = personOf(context, services);
  if (programs.empty()) throw json::ApiError{Code::formRefused, {{"programs", Code::choiceRequired}}};
  const store::Actor actor = context.actor();
  json::Json shown;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code directed = store.staff().direct(person.id, programs, context.now(), actor);
    if (directed == Code::ok) shown = personOf(person, store);
    return directed;
  });
  if (code == Code::notFound) throw json::ApiError{code};
  if (code != Code::ok) throw json::ApiError{code, {{"programs", code}}};
  services.seats.endOf(person.id);
  co_return json::answer(200, {{"person", shown}});
}

Async<http::Response> closePerson(RequestContext& context, Services& services) {
  const store::Staff person = personOf(context, services);
  if (person.id == context.staffCaller->staff.id) throw json::ApiError{Code::ownStaffAccount};
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.staff().close(person.id, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  services.staffSessions.forgetAll();
  services.seats.endOf(person.id);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
