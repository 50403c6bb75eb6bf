#include "server/operations/application_entries.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace senkoi::server::store {
namespace {

using workflow::State;

// The words of a detail by their place, as the functions below write them.
enum Word : std::size_t { programWord = 1, roundWord = 3, stateWord = 4, leftWord = 6 };
enum DecisionWord : std::size_t { fromWord = 0, toWord = 2, holdWord = 4 };

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

constexpr std::string_view kindWord = "kind";  // before the last word

std::string withKind(std::string detail, std::string_view kind) {
  if (kind.empty()) return detail;
  return detail.append(1, ' ').append(kindWord).append(1, ' ').append(kind);
}

std::string_view kindIn(const std::vector<std::string_view>& words) {
  return words.size() >= 2 && words[words.size() - 2] == kindWord ? words.back() : std::string_view{};
}

std::int64_t numberIn(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string appliedDetail(std::int64_t program, int round, std::string_view kind) {
  return withKind("program " + std::to_string(program) + " round " + std::to_string(round), kind);
}

std::string switchedDetail(std::int64_t program, int round, std::int64_t from, std::string_view kind) {
  return withKind(appliedDetail(program, round) + " from application " + std::to_string(from), kind);
}

std::string addedDetail(std::int64_t program, int round, State state, std::string_view kind) {
  return withKind(appliedDetail(program, round).append(1, ' ').append(name(state)), kind);
}

std::string decidedDetail(State from, State to, std::string_view hold) {
  std::string detail = std::string{name(from)}.append(" to ").append(name(to));
  return hold.empty() ? detail : detail.append(" hold ").append(hold);
}

void ApplicationsByAudit::take(const AuditEntry& entry) {
  if (entry.action == "account_deleted") deleted_.insert(entry.subject);
  const std::int64_t id = numberIn(entry.subject);
  if (entry.action == "applied" || entry.action == "switched") begin(id, entry, true);
  if (entry.action == "application_added") begin(id, entry, false);
  if (entry.action == "withdrawn") change(id, State::withdrawn, entry.at);
  const auto words = wordsOf(entry.detail);
  if (entry.action == "application_added" && words.size() > stateWord)
    told_[id].state = workflow::stateOf(words[stateWord]).value_or(State::applied);
  if (entry.action == "switched" && words.size() > leftWord)
    change(numberIn(words[leftWord]), State::withdrawn, entry.at);
  if ((entry.action == "decided" || entry.action == "declined") && words.size() > toWord) {
    if (words[fromWord] != words[toWord])
      change(id, workflow::stateOf(words[toWord]).value_or(State::applied), entry.at);
    told_[id].hold = words.size() > holdWord ? words[holdWord] : std::string_view{};
  }
}

const ApplicationsByAudit::Told* ApplicationsByAudit::find(std::int64_t application) const {
  const auto found = told_.find(application);
  return found == told_.end() ? nullptr : &found->second;
}

void ApplicationsByAudit::begin(std::int64_t application, const AuditEntry& entry, bool appliedThen) {
  const auto words = wordsOf(entry.detail);
  Told& told = told_[application];
  if (entry.actor.who == workflow::ActorKind::applicant) told.holder = entry.actor.id;
  if (words.size() > roundWord) {
    told.program = numberIn(words[programWord]);
    told.round = static_cast<int>(numberIn(words[roundWord]));
  }
  told.kind = kindIn(words);
  told.state = State::applied;
  told.appliedAt = appliedThen ? entry.at : 0;
  told.changedAt = entry.at;
}

void ApplicationsByAudit::change(std::int64_t application, State to, Instant at) {
  Told& told = told_[application];
  told.state = to;
  told.changedAt = at;
}

}  // namespace senkoi::server::store
