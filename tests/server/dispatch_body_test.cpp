// How much of a body is taken before anybody has asked who sends it.
#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

constexpr std::size_t usual = 64 * 1024;
const char* const import = "/api/v1/staff/programs/import";

TEST(DispatchBody, Reliability30_ALargeTableIsTakenFromStaffAlone) {
  House house;
  const std::string office = house.staff(Role::board, std::nullopt);
  EXPECT_EQ(house.bodyLimit({"POST", import}), usual);
  EXPECT_EQ(house.bodyLimit({"POST", import, {}, {}, {{"cookie", "__Host-senkoi-staff=AAAA"}}}), usual);
  EXPECT_GT(house.bodyLimit({"POST", import, {}, {}, {{"cookie", office}}}), usual);
}

TEST(DispatchBody, Reliability38_AStoreThatFailsAnswersWith503AndALine) {
  House house;
  const std::string office = house.staff(Role::board, std::nullopt);
  house.inStore([](server::store::Store& store) {
    store.database().run("DROP TABLE staff_session");
    return std::string{};
  });
  const Ask ask{"POST", import, "x", {}, {{"cookie", office}, {"content-type", "text/csv"}}};
  EXPECT_NO_THROW(house.bodyLimit(ask));
  const Told told = house.ask(ask);
  EXPECT_EQ(told.status, 503);
  EXPECT_TRUE(told.headers.contains("x-incident")) << "the log has a line under this number";
  EXPECT_TRUE(told.headers.contains("retry-after"));
}

}  // namespace
}  // namespace senkoi::tests
