#include "server/program/audit_head.hpp"

#include <charconv>
#include <iostream>
#include <stdexcept>

#include "server/base/log.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

}  // namespace

std::string headText(const store::AuditHead& head) {
  std::string text = std::to_string(head.number).append(1, ':');
  for (const std::uint8_t byte : head.hash) text.append(1, hexDigits[byte >> 4]).append(1, hexDigits[byte & 15]);
  return text;
}

store::AuditHead headOf(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view hash = text.substr(std::min(colon + 1, text.size()));
  store::AuditHead head;
  const auto [end, error] = std::from_chars(text.data(), text.data() + colon, head.number);
  bool read =
      error == std::errc{} && end == text.data() + colon && head.number >= 0 && hash.size() == 2 * head.hash.size();
  for (std::size_t i = 0; read && i < head.hash.size(); ++i) {
    const char* const pair = hash.data() + 2 * i;
    read = std::from_chars(pair, pair + 2, head.hash[i], 16).ptr == pair + 2;
  }
  if (!read)
    throw std::runtime_error(
        "--head takes what the server printed as \"audit head\": a number, a colon and 64 digits, not " +
        std::string{text});
  return head;
}

AuditHeadTeller::AuditHeadTeller(boost::asio::io_context& http, store::Store& reader, std::chrono::milliseconds every)
    : reader_(reader), every_(every), timer_(http) {
  tellDaily();
}

void AuditHeadTeller::tell(std::string_view when) noexcept {
  try {
    const std::string head = headText(reader_.auditHead());
    std::cout << "audit head " << head << std::endl;
    log::info("audit_head", {{"head", head}, {"when", std::string{when}}});
  } catch (const std::exception& failure) {
    log::error("audit_head_not_read", {{"why", failure.what()}});
  }
}

void AuditHeadTeller::tellDaily() {
  timer_.expires_after(every_);
  timer_.async_wait([this](boost::system::error_code cancelled) {
    if (cancelled) return;
    tell("daily");
    tellDaily();
  });
}

}  // namespace senkoi::server
