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

json::Json lettersTold(const RequestContext& context, Services& services) {
  json::Json list = json::Json::array();
  for (const auto& letter : services.reader.offices().undeliveredLetters(scopeOf(context), mostLetters))
    list.push_back(letterJson(letter, context.now()));
  return {{"queue", queueJson(services.mailQueue.get(), services.reader.lettersWaiting())},
          {"letters", std::move(list)}};
}

}  // namespace

http::Response undeliveredLetters(RequestContext& context, Services& services) {
  return json::answer(200, lettersTold(context, services));
}

Async<http::Response> retryLetter(RequestContext& context, Services& services) {
  refuseBody(context);
  const std::int64_t id = idOf(context);
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().retryLetter(scope, id, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_return json::answer(200, lettersTold(context, services));
}

Async<http::Response> retryLetters(RequestContext& context, Services& services) {
  refuseBody(context);
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  const std::size_t retried = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().retryLetters(scope, context.now(), actor); });
  co_return json::answer(200, {{"retried", retried}});
}

}  // namespace senkoi::server::handlers
