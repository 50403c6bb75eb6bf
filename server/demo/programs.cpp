#include <algorithm>
#include <array>
#include <string>

#include "senkoi/rules/ceiling.hpp"
#include "senkoi/words/label.hpp"
#include "server/demo/demand.hpp"
#include "server/demo/names.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {
namespace {

using Facilities = std::array<std::vector<Facility>, prefectureCount>;

// Every field's programs are run by the first facilities of each prefecture.
Facilities allFacilities(const Table& counts) {
  Facilities all;
  std::size_t taken = 0;
  for (std::size_t prefecture = 0; prefecture < prefectureCount; ++prefecture) {
    std::uint32_t most = 0;
    for (const auto& field : counts) most = std::max(most, field[prefecture]);
    all[prefecture] = facilitiesOf(static_cast<Prefecture>(prefecture + 1), most, taken);
    taken += most;
  }
  return all;
}

// More seats than applicants, one in each program at least; the big facilities come first.
std::vector<std::uint32_t> capacities(std::uint32_t applicants, std::uint32_t programs) {
  std::vector<std::uint64_t> weights;
  for (std::uint32_t rank = 0; rank < programs; ++rank) weights.push_back(10'000 / (rank + 3));
  return apportion(std::max(programs, applicants * 5 / 4 + programs / 2), weights, 1);
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

void describe(store::Program& program, const Facility& facility) {
  DeterministicRandom random(static_cast<std::uint64_t>(program.id));
  const std::string field{words::label(program.field, Language::ja)};
  const PersonName director = personName(random);
  const std::string number = padded(program.id, 5);
  program.facility = facility.name;
  program.name = facility.name + field + "専門研修プログラム";
  program.director = director.family + "　" + director.given;
  program.department = random.percent(50) ? "臨床研修センター" : field + " 専門研修プログラム事務局";
  program.phone = "03-0000-" + padded(random.between(0, 9999), 4);
  program.mail = "kenshu-" + number + "@hospital.example.jp";
  program.url = "https://hospital.example.jp/kenshu/" + number;
  program.address = std::string{words::label(program.prefecture, Language::ja)} + facility.place + "中央" +
                    std::to_string(random.between(1, 9)) + "-" + std::to_string(random.between(1, 30));
}

// All recruit in the first round; who fills every seat easily leaves the later ones out.
std::uint8_t recruitingRounds(const workflow::Season& season, std::int64_t id, rules::Cell cell) {
  const bool firstAlone = mixed(static_cast<std::uint64_t>(id)) % 4 == 0;
  unsigned rounds = 0;
  for (const workflow::Round& round : season.rounds) {
    const bool joins = round.number == 1 || !firstAlone;
    if (joins && round.recruits(cell)) rounds |= 1U << (round.number - 1);
  }
  return static_cast<std::uint8_t>(rounds);
}

// Five years around `mean`, oldest first; the last one brings the sum to five means and a fraction.
std::vector<std::uint32_t> pastAdoptions(std::int64_t mean, std::int64_t fraction, DeterministicRandom& random) {
  std::vector<std::uint32_t> years;
  std::int64_t rest = 5 * mean + fraction;
  const std::int64_t swing = mean / 12;
  for (int year = 0; year < 4; ++year) {
    const std::int64_t adopted = mean + random.between(-swing, swing);
    years.push_back(static_cast<std::uint32_t>(adopted));
    rest -= adopted;
  }
  years.push_back(static_cast<std::uint32_t>(std::max<std::int64_t>(rest, 0)));
  return years;
}

store::Ceiling makeCeiling(const rules::CeilingRule& rule, rules::Cell cell, std::uint32_t applicants) {
  DeterministicRandom random(number(cell.field) * 100 + number(cell.prefecture));
  const bool known = number(cell.field) == 2 && cell.prefecture == Prefecture::tokyo;
  const std::int64_t mean = known ? 124 : std::int64_t{applicants} * random.between(82, 112) / 100 + 1;
  auto past = pastAdoptions(mean, known ? 0 : random.between(-2, 2), random);
  const auto published = static_cast<std::uint32_t>(*rules::proposedCeiling(rule, cell, past));
  return {cell.field, cell.prefecture, std::move(past), published};
}

}  // namespace

std::vector<store::Program> makePrograms() {
  const Table counts = programCounts(), wanted = demand(fullScale);
  const Facilities facilities = allFacilities(counts);
  const workflow::Season season = seasonOf2019();
  std::vector<store::Program> programs;
  for (std::size_t field = 0; field < fieldCount; ++field) {
    std::int64_t id = static_cast<std::int64_t>(field + 1) * 1000;
    for (std::size_t prefecture = 0; prefecture < prefectureCount; ++prefecture) {
      const auto seats = capacities(wanted[field][prefecture], counts[field][prefecture]);
      for (std::size_t rank = 0; rank < seats.size(); ++rank) {
        store::Program program;
        program.id = ++id;
        program.field = static_cast<Field>(field + 1);
        program.prefecture = static_cast<Prefecture>(prefecture + 1);
        program.capacity = seats[rank];
        program.rounds = recruitingRounds(season, id, {program.field, program.prefecture});
        describe(program, facilities[prefecture][rank]);
        programs.push_back(std::move(program));
      }
    }
  }
  return programs;
}

std::vector<store::Ceiling> makeCeilings() {
  const rules::CeilingRule rule = rules::CeilingRule::of2018();
  const Table wanted = demand(fullScale);
  std::vector<store::Ceiling> ceilings;
  for (unsigned field = 1; field <= fieldCount; ++field) {
    for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
      const rules::Cell cell{static_cast<Field>(field), static_cast<Prefecture>(prefecture)};
      if (!rule.cells.contains(cell)) continue;
      ceilings.push_back(makeCeiling(rule, cell, wanted[field - 1][prefecture - 1]));
    }
  }
  return ceilings;
}

}  // namespace senkoi::server::demo
