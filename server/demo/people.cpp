#include "server/demo/people.hpp"

#include <string>
#include <utility>

#include "senkoi/rules/user_id.hpp"
#include "server/demo/deterministic_random.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {
namespace {

std::string userIdOf(Field field, std::uint32_t number) {
  const auto id = rules::makeUserId(field, number);
  return {id.begin(), id.end()};
}

void describeTraining(store::UserData& data, DeterministicRandom& random) {
  const std::int64_t year = random.percent(94) ? 2017 : random.between(2001, 2016);
  data.licenceYear = std::to_string(year);
  data.licenceMonth = std::to_string(random.between(4, 5));
  data.residencyProgram = year < 2004 ? "なし" : "星見野大学病院初期臨床研修プログラム";
  const bool quota = random.percent(10);
  data.regionalQuota = quota ? "yes" : "no";
  data.regionalQuotaConsent = quota ? "yes" : "";
  const bool curriculum = random.percent(2);
  data.track = curriculum ? "curriculum" : "program";
  data.curriculumReason = curriculum ? "duty" : "";
}

// Postal codes from 000 and mobile numbers 090-0000 are nobody's.
store::UserData makeUserData(std::uint32_t number, Prefecture prefecture, PersonName name,
                             DeterministicRandom& random) {
  store::UserData data;
  data.familyName = std::move(name.family);
  data.givenName = std::move(name.given);
  data.registryNumber = "0" + std::to_string(500'000 + number);
  data.postalCode = "000-" + std::to_string(random.between(1000, 9999));
  data.prefecture = digits(prefecture).view();
  data.address = placeName(number).append("市本町") + std::to_string(random.between(1, 9)) + "-" +
                 std::to_string(random.between(1, 40));
  data.phone = "0900000" + std::to_string(random.between(1000, 9999));
  describeTraining(data, random);
  return data;
}

}  // namespace

store::Account makeAccount(std::uint32_t number, Field field, Prefecture prefecture) {
  DeterministicRandom random(std::uint64_t{number} << 32);
  store::Account account;
  account.userId = userIdOf(field, static_cast<std::uint32_t>(std::uint64_t{number} * 7919 % firstKnownNumber));
  account.field = field;
  account.language = random.percent(3) ? Language::en : Language::ja;
  account.data = makeUserData(number, prefecture, personName(random), random);
  account.registeredAt = seasonOf2019().rounds.front().registration.from;
  return account;
}

store::Account makeKnownAccount(std::uint32_t idNumber, Field field, Prefecture prefecture, PersonName name) {
  store::Account account = makeAccount(idNumber % 100'000 + 100'000, field, prefecture);
  account.userId = userIdOf(field, idNumber);
  account.language = Language::ja;
  account.data.familyName = std::move(name.family);
  account.data.givenName = std::move(name.given);
  return account;
}

}  // namespace senkoi::server::demo
