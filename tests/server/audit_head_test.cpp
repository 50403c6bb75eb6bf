// The head of the audit log goes outside the database at a release of results and daily (reliability 41).
#include "server/program/audit_head.hpp"

#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace std::chrono_literals;

TEST(AuditHead, Reliability41_IsPrintedOnceADay) {
  const ScratchFolder folder;
  const auto store = openWriting(folder / "senkoi.db");
  boost::asio::io_context loop;
  testing::internal::CaptureStdout();
  {
    server::AuditHeadTeller teller(loop, *store, 2ms);
    const std::string first = "audit head " + server::headText(store->auditHead()) + '\n';
    loop.run_for(15ms);
    store->requestRecovery("b@example.jp", Language::ja, hash(1), hash(9), 0, {});
    const std::string second = "audit head " + server::headText(store->auditHead()) + '\n';
    loop.run_for(15ms);
    const std::string printed = testing::internal::GetCapturedStdout();
    EXPECT_NE(printed.find(first), std::string::npos) << printed;
    EXPECT_NE(printed.find(second, printed.rfind(first)), std::string::npos) << printed;
  }
}

TEST(AuditHead, IsReadAgainAsItWasWritten) {
  const AuditHead head{1234, hash(77)};
  const AuditHead read = server::headOf(server::headText(head));
  EXPECT_EQ(read.number, head.number);
  EXPECT_EQ(read.hash, head.hash);
  const std::string text = server::headText(head);
  for (const std::string& wrong : {std::string{}, std::string{"12"}, text.substr(1 + text.find(':')), text + "0",
                                   text.substr(0, text.size() - 1), "-" + text, text.substr(0, text.size() - 2) + "g0"})
    EXPECT_THROW(server::headOf(wrong), std::runtime_error) << wrong;
}

}  // namespace
}  // namespace senkoi::tests
