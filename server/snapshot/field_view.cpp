#include "server/snapshot/field_view.hpp"

#include "senkoi/rules/ceiling.hpp"
#include "server/snapshot/json_text.hpp"

namespace senkoi::server::snapshot {
namespace {

constexpr std::size_t mostSearchBytes = 8 * 1024 * 1024;  // of kept searches, a field
constexpr int gzipOfLists = 6;                            // figures are asked for often between two changes
constexpr int gzipOfSearches = 1;
// Always ask whether it has changed: cheap by its tag, and never late at a notification time.
constexpr std::string_view revalidate = "public, no-cache";
constexpr std::string_view aMinute = "public, max-age=60";

bool sameToPublic(const store::CountChange& change, const workflow::Season& season, Instant now) {
  const auto seen = [&](workflow::State state) {
    return workflow::visibleState(state, change.round, season, now, workflow::Viewer::applicant);
  };
  return change.from && change.to && seen(*change.from) == seen(*change.to);
}

// The rounds in which the season lets the program's cell recruit (M3.5).
std::uint8_t recruitingRounds(const store::Program& program, const workflow::Season& season) {
  std::uint8_t rounds = 0;
  for (const workflow::Round& round : season.rounds) {
    if (!program.recruitsIn(round.number) || !round.recruits({program.field, program.prefecture})) continue;
    rounds = static_cast<std::uint8_t>(rounds | 1U << (round.number - 1));
  }
  return rounds;
}

void appendTruth(std::string& json, bool truth) {
  json.append(truth ? "true" : "false");
}

void appendRounds(std::string& json, std::uint8_t rounds) {
  json.push_back('[');
  for (int round = 1; round <= 8; ++round) {
    if ((rounds >> (round - 1) & 1) == 0) continue;
    if (json.back() != '[') json.push_back(',');
    json::append(json, round);
  }
  json.push_back(']');
}

std::string catalogueRow(const store::Program& program) {
  std::string row = "{\"id\":";
  json::append(row, program.id);
  json::appendText(row.append(",\"name\":"), program.name);
  json::appendText(row.append(",\"facility\":"), program.facility);
  json::appendText(row.append(",\"prefecture\":"), digits(program.prefecture));
  json::append(row.append(",\"capacity\":"), program.capacity);
  appendRounds(row.append(",\"rounds\":"), program.rounds);
  return row;
}

std::string pageRow(const store::Program& program) {
  std::string row = catalogueRow(program);
  json::appendText(row.append(",\"field\":"), digits(program.field));
  json::appendText(row.append(",\"contact\":{\"department\":"), program.department);
  json::appendText(row.append(",\"phone\":"), program.phone);
  json::appendText(row.append(",\"mail\":"), program.mail);
  json::appendText(row.append(",\"address\":"), program.address);
  json::appendText(row.append("},\"director\":"), program.director);
  row.append(",\"url\":");
  if (program.url.empty()) {
    row.append("null");
  } else {
    json::appendText(row, program.url);
  }
  return row;
}

}  // namespace

workflow::Tally& Tallies::of(int round) {
  for (workflow::Tally& tally : rounds_) {
    if (tally.round == round) return tally;
  }
  rounds_.push_back({.round = round});
  return rounds_.back();
}

void Tallies::add(int round, workflow::State state, std::int64_t by) {
  of(round).add(state, by);
}

std::int64_t Tallies::adopted() const {
  std::int64_t sum = 0;
  for (const workflow::Tally& tally : rounds_) sum += tally.adopted;
  return sum;
}

void Tallies::add(const Tallies& other) {
  for (const workflow::Tally& tally : other.rounds_) {
    workflow::Tally& sum = of(tally.round);
    sum.applied += tally.applied;
    sum.adopted += tally.adopted;
    sum.rejected += tally.rejected;
    sum.held += tally.held;
    sum.declined += tally.declined;
  }
}

FieldView::FieldView(Field field, const workflow::Season& season) : field_(field), season_(season) {}

std::size_t FieldView::add(store::Program program) {
  program.rounds = recruitingRounds(program, season_);
  index_.add(program.prefecture, program.facility, program.name);
  std::string row = catalogueRow(program), page = pageRow(program);
  programs_.push_back({std::move(program), {}, std::move(row), std::move(page), {}});
  return programs_.size() - 1;
}

void FieldView::apply(std::size_t place, const store::CountChange& change, Instant now) {
  Tallies& tallies = programs_[place].tallies;
  if (change.from) tallies.add(change.round, *change.from, -1);
  if (change.to) tallies.add(change.round, *change.to, +1);
  if (!sameToPublic(change, season_, now)) ++generation_;
}

store::SeatsLeft FieldView::seatsOf(std::size_t place) const {
  const store::Program& program = programs_[place].program;
  return {programs_[place].tallies.adopted(), program.capacity, cellTallies(program.prefecture).adopted(),
          ceilings_[number(program.prefecture)]};
}

workflow::Figures FieldView::figuresOf(std::size_t place, Instant now) const {
  return programs_[place].tallies.figures(season_, now);
}

FieldView::Version FieldView::version(Instant now) const {
  return {generation_, workflow::notifiedRound(season_, now)};
}

const std::shared_ptr<CachedAnswer>& FieldView::catalogue() {
  if (!catalogue_) catalogue_ = std::make_shared<CachedAnswer>(catalogueJson(), aMinute, gzipOfLists);
  return catalogue_;
}

void FieldView::keepCatalogueOf(FieldView& before) {
  if (catalogue()->saysTheSameAs(*before.catalogue())) catalogue_ = before.catalogue_;
}

const std::shared_ptr<CachedAnswer>& FieldView::figures(Instant now) {
  if (!figures_.answer || figures_.version != version(now)) {
    figures_ = {std::make_shared<CachedAnswer>(figuresJson(now), revalidate, gzipOfLists), version(now)};
  }
  return figures_.answer;
}

std::shared_ptr<CachedAnswer> FieldView::search(const ProgramQuery& query, Instant now) {
  std::string key = query.prefecture ? std::string{digits(*query.prefecture).view()} : "--";
  key.append(query.facility).append(1, '\0').append(query.name);
  const auto known = searches_.find(key);
  if (known != searches_.end() && known->second.kept.version == version(now)) return known->second.kept.answer;
  const Kept made{std::make_shared<CachedAnswer>(searchJson(query, now), revalidate, gzipOfSearches), version(now)};
  const std::size_t bytes = 2 * made.answer->bytes() + key.size();
  if (known != searches_.end()) {
    searchBytes_ -= known->second.bytes;
    searches_.erase(known);
  }
  if (searchBytes_ + bytes > mostSearchBytes) searches_.clear(), searchBytes_ = 0;
  searchBytes_ += bytes;
  searches_.emplace(std::move(key), Search{made, bytes});
  return made.answer;
}

std::string FieldView::catalogueJson() const {
  std::string json = "{\"season\":";
  json::append(json, season_.startYear);
  json::appendText(json.append(",\"field\":"), digits(field_));
  json.append(",\"programs\":[");
  for (const Entry& entry : programs_) {
    if (json.back() != '[') json.push_back(',');
    json.append(entry.catalogueRow).push_back('}');
  }
  return json.append("]}");
}

std::string FieldView::searchJson(const ProgramQuery& query, Instant now) {
  index_.find({query.prefecture, rules::Needle{query.facility}, rules::Needle{query.name}}, found_);
  std::string json = "{\"programs\":[";
  for (const std::uint32_t place : found_) {
    if (json.back() != '[') json.push_back(',');
    json.append(programs_[place].catalogueRow);
    const workflow::Figures figures = figuresOf(place, now);
    json::append(json.append(",\"applicants\":"), figures.applicants);
    json::append(json.append(",\"seeking\":"), figures.seeking());
    appendTruth(json.append(",\"over_capacity\":"),
                rules::overCapacity(figures.seeking(), programs_[place].program.capacity));
    json.push_back('}');
  }
  return json.append("]}");
}

std::string FieldView::figuresJson(Instant now) const {
  std::string json = "{\"season\":";
  json::append(json, season_.startYear);
  json::appendText(json.append(",\"field\":"), digits(field_));
  json::append(json.append(",\"generation\":"), generation_);
  json::append(json.append(",\"notified_round\":"), workflow::notifiedRound(season_, now));
  json.append(",\"programs\":[");
  for (const Entry& entry : programs_) {
    if (json.back() != '[') json.push_back(',');
    const workflow::Figures figures = entry.tallies.figures(season_, now);
    json::append(json.append("["), entry.program.id);
    json::append(json.append(","), figures.applicants);
    json::append(json.append(","), figures.adopted);
    json::append(json.append(","), figures.rejected);
    json::append(json.append(","), figures.seeking());
    json::append(json.append(","), figures.left(entry.program.capacity));
    json.push_back(']');
  }
  appendPrefectures(json.append("],\"prefectures\":["), now);
  return json.append("]}");
}

void FieldView::appendPrefectures(std::string& json, Instant now) const {
  std::array<Tallies, prefectureCount + 1> tallies;
  std::array<std::uint64_t, prefectureCount + 1> capacities{};
  for (const Entry& entry : programs_) {
    tallies[number(entry.program.prefecture)].add(entry.tallies);
    capacities[number(entry.program.prefecture)] += entry.program.capacity;
  }
  for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
    if (prefecture > 1) json.push_back(',');
    const workflow::Figures figures = tallies[prefecture].figures(season_, now);
    json::appendText(json.append("{\"prefecture\":"), twoDigits(prefecture));
    json::append(json.append(",\"capacity\":"), capacities[prefecture]);
    json::append(json.append(",\"applicants\":"), figures.applicants);
    json::append(json.append(",\"adopted\":"), figures.adopted);
    json::append(json.append(",\"rejected\":"), figures.rejected);
    json::append(json.append(",\"undecided\":"), figures.undecided);
    json::append(json.append(",\"seeking\":"), figures.seeking());
    json::append(json.append(",\"ceiling\":"), ceilings_[prefecture]);
    json::append(json.append(",\"seats_left\":"), figures.left(capacities[prefecture]));
    json::append(json.append(",\"ceiling_left\":"), figures.left(ceilings_[prefecture]));
    appendTruth(json.append(",\"over\":"),
                rules::overCapacity(figures.seeking(), ceilings_[prefecture].value_or(capacities[prefecture])));
    json.push_back('}');
  }
}

Tallies FieldView::cellTallies(Prefecture prefecture) const {
  Tallies sum;
  for (const Entry& entry : programs_) {
    if (entry.program.prefecture == prefecture) sum.add(entry.tallies);
  }
  return sum;
}

const std::shared_ptr<CachedAnswer>& FieldView::page(std::size_t place, Instant now) {
  Entry& entry = programs_[place];
  if (!entry.page.answer || entry.page.version != version(now)) {
    entry.page = {std::make_shared<CachedAnswer>(pageJson(entry, now), revalidate, gzipOfSearches), version(now)};
  }
  return entry.page.answer;
}

std::string FieldView::pageJson(const Entry& entry, Instant now) const {
  const workflow::Figures figures = entry.tallies.figures(season_, now);
  const Prefecture prefecture = entry.program.prefecture;
  const workflow::Figures ofCell = cellTallies(prefecture).figures(season_, now);
  const auto ceiling = ceilings_[number(prefecture)];
  std::string json = entry.pageRow;
  json::append(json.append(",\"applicants\":"), figures.applicants);
  json::append(json.append(",\"seeking\":"), figures.seeking());
  json::append(json.append(",\"seats_left\":"), figures.left(entry.program.capacity));
  appendTruth(json.append(",\"over_capacity\":"), rules::overCapacity(figures.seeking(), entry.program.capacity));
  json::append(json.append(",\"ceiling\":"), ceiling);
  json::append(json.append(",\"ceiling_left\":"), ofCell.left(ceiling));
  json::append(json.append(",\"prefecture_applicants\":"), ofCell.applicants);
  json::append(json.append(",\"prefecture_seeking\":"), ofCell.seeking());
  appendTruth(json.append(",\"over_ceiling\":"), ceiling && rules::overCapacity(ofCell.seeking(), *ceiling));
  return json.append("}");
}

}  // namespace senkoi::server::snapshot
