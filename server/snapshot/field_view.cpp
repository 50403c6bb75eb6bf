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

std::string catalogueRow(const store::Program& program, const std::vector<store::ProgramOffer>& offers) {
  std::string row = "{\"id\":";
  json::append(row, program.id);
  json::appendText(row.append(",\"name\":"), program.name);
  json::appendText(row.append(",\"facility\":"), program.facility);
  json::appendText(row.append(",\"prefecture\":"), digits(program.prefecture));
  json::append(row.append(",\"capacity\":"), program.capacity);
  appendRounds(row.append(",\"rounds\":"), program.rounds);
  if (offers.empty()) return row;
  row.append(",\"offers\":[");
  for (const store::ProgramOffer& offer : offers) {
    if (row.back() != '[') row.push_back(',');
    json::appendText(row.append("{\"kind\":"), offer.kind);
    json::append(row.append(",\"seats\":"), offer.seats);
    row.push_back('}');
  }
  row.push_back(']');
  return row;
}

// Who is adopted and takes up the seats, the ceiling.
workflow::Figures atCapacity(const Tallies& tallies, const workflow::Season& season, Instant now) {
  return tallies.figures(season, now, &rules::Counting::atCapacity);
}
workflow::Figures atCeiling(const Tallies& tallies, const workflow::Season& season, Instant now) {
  return tallies.figures(season, now, &rules::Counting::atCeiling);
}

std::string pageRow(const store::Program& program) {
  std::string row = catalogueRow(program, {});
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

FieldView::FieldView(Field field, const workflow::Season& season) : field_(field), season_(season) {}

std::size_t FieldView::add(store::Program program, std::vector<store::ProgramOffer> offers) {
  program.rounds = recruitingRounds(program, season_);
  index_.add(program.prefecture, program.facility, program.name);
  std::string row = catalogueRow(program, offers), page = pageRow(program);
  programs_.push_back({std::move(program), std::move(offers), {}, std::move(row), std::move(page), {}});
  return programs_.size() - 1;
}

void FieldView::apply(std::size_t place, const store::CountChange& change, Instant now) {
  programs_[place].tallies.apply(change);
  if (!sameToPublic(change, season_, now)) ++generation_;
}

store::SeatsLeft FieldView::seatsOf(std::size_t place) const {
  const Entry& entry = programs_[place];
  const Tallies cell = cellTallies(entry.program.prefecture);
  store::SeatsLeft seats{entry.tallies.adopted(&rules::Counting::atCapacity), entry.program.capacity,
                         cell.adopted(&rules::Counting::atCeiling), ceilings_[number(entry.program.prefecture)]};
  if (entry.offers.empty()) return seats;
  for (const store::ProgramOffer& offer : entry.offers) {
    seats.offers.push_back({offer.kind, entry.tallies.adopted(offer.kind, &rules::Counting::atCapacity), offer.seats});
  }
  seats.limits = limits_[number(entry.program.prefecture)];
  std::vector<rules::KindCount> counts;
  const auto kinds = cell.kinds();
  for (const std::string& kind : kinds) counts.push_back({kind, cell.adopted(kind, &rules::Counting::atCeiling)});
  seats.adoptedByNode = seats.limits.adopted(counts);
  return seats;
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
    json::append(json.append(","), atCapacity(entry.tallies, season_, now).left(entry.program.capacity));
    json.push_back(']');
  }
  appendOfferFigures(json, now);
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
    json::append(json.append(",\"seats_left\":"),
                 atCapacity(tallies[prefecture], season_, now).left(capacities[prefecture]));
    json::append(json.append(",\"ceiling_left\":"),
                 atCeiling(tallies[prefecture], season_, now).left(ceilings_[prefecture]));
    appendTruth(json.append(",\"over\":"),
                rules::overCapacity(figures.seeking(), ceilings_[prefecture].value_or(capacities[prefecture])));
    appendLimits(json, static_cast<Prefecture>(prefecture), tallies[prefecture], now);
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
  const Tallies cell = cellTallies(prefecture);
  const workflow::Figures ofCell = cell.figures(season_, now);
  const auto ceiling = ceilings_[number(prefecture)];
  std::string json = entry.pageRow;
  json::append(json.append(",\"applicants\":"), figures.applicants);
  json::append(json.append(",\"seeking\":"), figures.seeking());
  json::append(json.append(",\"seats_left\":"), atCapacity(entry.tallies, season_, now).left(entry.program.capacity));
  appendTruth(json.append(",\"over_capacity\":"), rules::overCapacity(figures.seeking(), entry.program.capacity));
  json::append(json.append(",\"ceiling\":"), ceiling);
  json::append(json.append(",\"ceiling_left\":"), atCeiling(cell, season_, now).left(ceiling));
  json::append(json.append(",\"prefecture_applicants\":"), ofCell.applicants);
  json::append(json.append(",\"prefecture_seeking\":"), ofCell.seeking());
  appendTruth(json.append(",\"over_ceiling\":"), ceiling && rules::overCapacity(ofCell.seeking(), *ceiling));
  appendOffers(json, entry, now);
  if (!entry.offers.empty()) appendLimits(json, prefecture, cell, now);
  return json.append("}");
}

// The seats of each kind with who applied to them (T2); nothing in a season of one kind.
void FieldView::appendOffers(std::string& json, const Entry& entry, Instant now) const {
  if (entry.offers.empty()) return;
  json.append(",\"offers\":[");
  for (const store::ProgramOffer& offer : entry.offers) {
    if (json.back() != '[') json.push_back(',');
    const auto figures = workflow::figures(entry.tallies.ofKind(offer.kind), season_, now);
    const auto counted =
        workflow::figures(entry.tallies.ofKind(offer.kind, &rules::Counting::atCapacity), season_, now);
    json::appendText(json.append("{\"kind\":"), offer.kind);
    json::append(json.append(",\"seats\":"), offer.seats);
    json::append(json.append(",\"applicants\":"), figures.applicants);
    json::append(json.append(",\"seeking\":"), figures.seeking());
    json::append(json.append(",\"seats_left\":"), counted.left(offer.seats));
    json.push_back('}');
  }
  json.push_back(']');
}

// Of programs with seats of a kind: number, kind, applicants, who seeks a seat, seats left.
void FieldView::appendOfferFigures(std::string& json, Instant now) const {
  bool any = false;
  for (const Entry& entry : programs_) {
    for (const store::ProgramOffer& offer : entry.offers) {
      json.append(any ? ",[" : "],\"offers\":[[");
      any = true;
      const auto figures = workflow::figures(entry.tallies.ofKind(offer.kind), season_, now);
      const auto counted =
          workflow::figures(entry.tallies.ofKind(offer.kind, &rules::Counting::atCapacity), season_, now);
      json::append(json, entry.program.id);
      json::appendText(json.append(","), offer.kind);
      json::append(json.append(","), figures.applicants);
      json::append(json.append(","), figures.seeking());
      json::append(json.append(","), counted.left(offer.seats));
      json.push_back(']');
    }
  }
}

// The tree of a cell, with who stands against each node (T3); nothing where the season has one kind or the cell no
// limit.
void FieldView::appendLimits(std::string& json, Prefecture prefecture, const Tallies& cell, Instant now) const {
  const rules::LimitTree& tree = limits_[number(prefecture)];
  if (tree.empty()) return;
  std::vector<Tallies::Rounds> all(tree.nodes().size()), counted(tree.nodes().size());
  for (const std::string& kind : cell.kinds()) {
    for (const std::size_t node : tree.path(kind)) {
      std::ranges::copy(cell.ofKind(kind), std::back_inserter(all[node]));
      std::ranges::copy(cell.ofKind(kind, &rules::Counting::atCeiling), std::back_inserter(counted[node]));
    }
  }
  json.append(",\"limits\":[");
  for (std::size_t node = 0; node < tree.nodes().size(); ++node) {
    if (json.back() != '[') json.push_back(',');
    const rules::LimitNode& one = tree.nodes()[node];
    const auto figures = workflow::figures(all[node], season_, now);
    json::appendText(json.append("{\"node\":"), one.key);
    json::appendText(json.append(",\"parent\":"), one.parent);
    json::append(json.append(",\"limit\":"), one.limit);
    json::append(json.append(",\"applicants\":"), figures.applicants);
    json::append(json.append(",\"seeking\":"), figures.seeking());
    json::append(json.append(",\"left\":"), workflow::figures(counted[node], season_, now).left(one.limit));
    json.push_back('}');
  }
  json.push_back(']');
}

}  // namespace senkoi::server::snapshot
