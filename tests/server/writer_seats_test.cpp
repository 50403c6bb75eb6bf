// Parallel writers through different kinds of one group: the group's limit holds, whoever comes first (T5, S2).
#include "senkoi/codes/code_table.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/seat_store.hpp"
#include "tests/server/writer_crowd.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

constexpr int runs = 100, people = 100, groupLimit = 7;

void furnishKinds(Store& store) {
  SeasonSeats seats;
  for (const char* const code : {"all", "linked"}) seats.kinds.push_back({code, true, code, code, "", ""});
  for (const char* const code : {"ordinary", "partnership", "special"})
    seats.kinds.push_back({code, false, code, code, "", ""});
  ASSERT_EQ(store.seats().change(seats, opens, office), Code::ok);
  const std::vector<OfferRow> offers{
      {tokyoTenSeats, "ordinary", 50}, {tokyoTenSeats, "partnership", 50}, {tokyoThreeSeats, "special", 50}};
  ASSERT_EQ(
      store.seats().importOffers({}, offers, store.seats().planOffers({}, offers).plan.digest, opens, office).code,
      Code::ok);
  std::vector<LimitEntry> limits;
  for (rules::LimitNode& node : std::vector<rules::LimitNode>{{"all", "", 20},
                                                              {"ordinary", "all", 20},
                                                              {"linked", "all", groupLimit},
                                                              {"partnership", "linked", groupLimit},
                                                              {"special", "linked", groupLimit}})
    limits.push_back({internalMedicine, tokyo, node, {}});
  ASSERT_EQ(store.seats().publishLimits(limits, store.seats().planLimits(limits).plan.digest, opens, office).code,
            Code::ok);
}

TEST(WriterSeats, T5_AGroupHoldsUnderAHundredWritersThroughDifferentKinds) {
  Crowd crowd;
  crowd.registerApplicants(people);
  crowd.writer->wait([](Store& s) { furnishKinds(s); });
  std::vector<std::int64_t> ids(people + 1);
  crowd.atOnce(people, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const bool special = i % 2 == 0;
    const std::string_view kind = special ? "special" : "partnership";
    const std::int64_t program = special ? tokyoThreeSeats : tokyoTenSeats;
    const auto made = co_await crowd.writer->run([&](Store& s) { return s.apply(who, program, {}, opens, {}, kind); });
    ids[static_cast<std::size_t>(i)] = made.value ? made.value->id : 0;
  });
  for (int run = 0; run < runs; ++run) {
    int adopted = 0, refused = 0;
    crowd.atOnce(people, [&](int i) -> Async<void> {
      const auto id = ids[static_cast<std::size_t>(i * 37 % people + 1)];
      const auto outcome = co_await crowd.writer->run([&](Store& s) {
        return s.directors().decide({id, std::nullopt, State::adopted, "", ""}, deciding, director);
      });
      adopted += outcome.code == Code::ok;
      refused += outcome.code == Code::limitReached;
    });
    ASSERT_EQ(adopted, groupLimit) << "run " << run;
    ASSERT_EQ(refused, people - groupLimit);
    crowd.writer->wait([&](Store& s) {
      const SeatsLeft now = s.directors().seats(tokyoTenSeats);
      EXPECT_EQ(now.adoptedByNode[2], groupLimit);
      for (int i = 1; i <= people; ++i) {
        const auto id = ids[static_cast<std::size_t>(i)];
        s.directors().decide({id, std::nullopt, State::applied, "", ""}, deciding, director);
      }
    });
  }
}

}  // namespace
}  // namespace senkoi::tests
