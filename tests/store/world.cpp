#include "tests/store/world.hpp"

#include "server/operations/director_store.hpp"
#include "server/operations/open.hpp"

namespace senkoi::tests {

std::vector<Engine> engines() {
  return {{"SQLite", [](const ScratchFolder& folder) { return openWriting(folder / "senkoi.db"); },
           [](const ScratchFolder& folder) { return openReading(folder / "senkoi.db"); }}};
}

workflow::Season season2025::season() {
  workflow::Round third{3, {opens3, closes3}, {day(1, 23, 2025), day(1, 31, 2025)}, day(2, 3, 2025), {}};
  for (unsigned field = 1; field <= fieldCount; ++field) third.closed.insert({static_cast<Field>(field), tokyo});
  return {2025,
          {{1, {opens, closes}, {deciding, decided}, results, {}},
           {2, {opens2, closes2}, {deciding2, decided2}, results2, {}},
           third}};
}

namespace {

Program program(std::int64_t id, Field field, Prefecture prefecture, std::uint32_t capacity, std::uint8_t rounds = 7) {
  const std::string number = std::to_string(id);
  return {id,
          field,
          prefecture,
          "病院" + number,
          "プログラム" + number,
          capacity,
          "統括 責任",
          "研修係",
          "03-0000-000" + number,
          "p" + number + "@example.jp",
          "住所" + number,
          "",
          rounds};
}

}  // namespace

SeasonStart seasonStart() {
  return {
      season2025::season(),
      {program(tokyoThreeSeats, internalMedicine, tokyo, 3), program(tokyoTenSeats, internalMedicine, tokyo, 10),
       program(kyotoTwoSeats, internalMedicine, kyoto, 2), program(paediatricsTokyo, paediatrics, tokyo, 5),
       program(kyotoFirstRoundOnly, internalMedicine, kyoto, 5, 1), program(kyotoFullCeiling, paediatrics, kyoto, 5)},
      {{internalMedicine, tokyo, {3, 4, 5, 4, 4}, tokyoCeiling}, {paediatrics, kyoto, {}, 0}},
      {{1, std::nullopt, season2025::day(10, 1), "お知らせ", "Notice", "本文", "Text"},
       {2, internalMedicine, season2025::day(10, 2), "内科より", "From internal medicine", "本文", "Text"}}};
}

UserData userData(const std::string& number) {
  UserData data;
  data.familyName = "髙橋";
  data.givenName = "花子";
  data.registryNumber = number;
  data.licenceYear = "2022";
  data.licenceMonth = "4";
  data.postalCode = "113-0033";
  data.prefecture = "13";
  data.address = "文京区本郷1-2-3";
  data.phone = "090-1234-5678";
  data.residencyProgram = "本郷病院臨床研修プログラム";
  data.track = "program";
  data.regionalQuota = "no";
  return data;
}

std::string userId(int number) {
  const std::string digits = std::to_string(number);
  return "01" + std::string(8 - digits.size(), '0') + digits;
}

std::string registryNumber(int n) {
  const std::string digits = std::to_string(n);
  return std::string(7 - digits.size(), '0') + digits;
}

Hash hash(std::uint64_t number) {
  Hash made{};
  for (std::size_t i = 0; i < 8; ++i) made[i] = static_cast<std::uint8_t>(number >> (8 * i));
  made[31] = 1;
  return made;
}

const Actor director{ActorKind::director, "director-1", "192.0.2.7"};

Code decide(Store& store, std::int64_t application, State to, Instant now, const Actor& actor) {
  return store.directors().decide({application, std::nullopt, to, "面接日の調整中", "統括 責任"}, now, actor).code;
}

Actor applicantActor(const std::string& userId) {
  return {ActorKind::applicant, userId, "192.0.2.1"};
}

StoreTest::StoreTest() : store(GetParam().openWriting(folder)) {
  step([](Store& s) { s.begin(seasonStart()); });
}

std::string StoreTest::newApplicant(Field field, const std::string& mail) {
  const int number = ++people;
  const std::string id = userId(number);
  const std::string address = mail.empty() ? "applicant" + std::to_string(number) + "@example.jp" : mail;
  const Instant then = season2025::opens - 7 * 24 * hours;
  const Hash token = hash(++secrets);
  step([&](Store& s) { s.requestRegistration(address, field, Language::ja, hash(1), token, then, {}); });
  step([&](Store& s) { return s.openRegistration(token, then, {}); });
  const auto made = step([&](Store& s) {
    return s.registerApplicant(token, userData(registryNumber(number)), id, "hash of " + id, then, {});
  });
  EXPECT_EQ(made.code, Code::ok);
  return id;
}

Outcome<Application> StoreTest::apply(const std::string& who, std::int64_t program, Instant now,
                                      const std::string& idempotencyKey) {
  return step([&](Store& s) { return s.apply(who, program, idempotencyKey, now, applicantActor(who)); });
}

std::int64_t StoreTest::applied(const std::string& who, std::int64_t program, Instant now) {
  const auto made = apply(who, program, now);
  EXPECT_EQ(made.code, Code::ok);
  return made.value ? made.value->id : 0;
}

Code StoreTest::decide(std::int64_t application, State to, Instant now) {
  return step([&](Store& s) { return tests::decide(s, application, to, now); });
}

State StoreTest::stateOf(std::int64_t application, std::int64_t program) {
  for (const Application& one : store->applicationsOf(program)) {
    if (one.id == application) return one.state;
  }
  ADD_FAILURE() << "application " << application << " is not there";
  return State::withdrawn;
}

std::size_t StoreTest::audited(const std::string& action) {
  std::size_t count = 0;
  for (const AuditEntry& entry : store->audit(0, 100'000)) count += entry.action == action;
  return count;
}

std::vector<Letter> StoreTest::letters(LetterKind kind) {
  std::vector<Letter> found;
  for (Letter& letter : store->dueLetters(std::numeric_limits<Instant>::max(), 100'000)) {
    if (letter.kind == kind) found.push_back(std::move(letter));
  }
  return found;
}

std::string fact(const Letter& letter, const std::string& name) {
  for (const auto& [key, text] : letter.facts) {
    if (key == name) return text;
  }
  return "(none)";
}

}  // namespace senkoi::tests
