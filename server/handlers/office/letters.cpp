// GET /staff/letters: whether letters go out, and those that have not. POST /staff/letters/{id}/retry, /staff/letters/
// retry: tries one, or all that were given up, again (L4). Nothing of what a letter says.
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/mail/queue_status.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr std::size_t mostLetters = 500;

json::Json queueJson(const mail::QueueState& queue, const store::LettersWaiting& letters) {
  const bool running = queue.kind == mail::QueueState::Kind::running;
  return {{"state", name(queue.kind)},
          {"since", running ? json::Json() : json::Json(queue.since)},
          {"stage", running ? json::Json() : json::Json(name(queue.stage))},
          {"why", running ? json::Json() : json::Json(queue.why)},
          {"waiting", letters.waiting},
          {"oldest_at", json::orNull(letters.oldest)}};
}

json::Json letterJson(const store::UndeliveredLetter& letter, Instant now) {
  return {{"id", letter.id},
          {"kind", name(letter.kind)},
          {"to", letter.to},
          {"user_id", letter.userId.empty() ? json::Json() : json::Json(letter.userId)},
          {"queued_at", letter.queuedAt},
          {"given_up_at", json::orNull(letter.givenUpAt)},
          {"next_attempt_at", json::orNull(letter.nextAttempt)},
          {"attempts", letter.attempts},
          {"why", letter.why},
          {"may_retry", letter.mayBeRetried(now)}};
}

json::Json lettersTold(const Call& call, App& app) {
  json::Json list = json::Json::array();
  for (const auto& letter : app.reader.offices().undeliveredLetters(scopeOf(call), mostLetters))
    list.push_back(letterJson(letter, call.now()));
  return {{"queue", queueJson(app.mailQueue.get(), app.reader.lettersWaiting())}, {"letters", std::move(list)}};
}

}  // namespace

http::Response undeliveredLetters(Call& call, App& app) {
  return json::answer(200, lettersTold(call, app));
}

Async<http::Response> retryLetter(Call& call, App& app) {
  refuseBody(call);
  const std::int64_t id = idOf(call);
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().retryLetter(scope, id, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_return json::answer(200, lettersTold(call, app));
}

Async<http::Response> retryLetters(Call& call, App& app) {
  refuseBody(call);
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const std::size_t retried = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().retryLetters(scope, call.now(), actor); });
  co_return json::answer(200, {{"retried", retried}});
}

}  // namespace senkoi::server::handlers
