#include "server/mail/smtp_mailer.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "server/mail/smtp_reply.hpp"

namespace senkoi::server::mail {
namespace {

// What is known of one transfer while it runs.
struct Transfer {
  std::string_view rest;  // of the message
  std::stop_token stop;
  SmtpStage stage = SmtpStage::connection;
  std::string reply{};    // the lines of the last one that says no, to what was sent last
  bool quitting = false;  // what follows is no answer to the letter
  bool textSent = false;  // all of it: from here on the server may have taken the letter
  std::optional<std::chrono::steady_clock::time_point> waitsSince{};  // asked to stop, but for the server's word
};

constexpr std::chrono::seconds lastWord{3};  // for the server's answer to a whole text, once we are asked to stop

std::size_t readMessage(char* out, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.stage = SmtpStage::text;
  transfer.reply.clear();
  transfer.textSent = transfer.rest.empty();
  const std::size_t length = std::min(size * count, transfer.rest.size());
  std::memcpy(out, transfer.rest.data(), length);
  transfer.rest.remove_prefix(length);
  return length;
}

// Which stage a line that goes out begins; none for the answers within a log-in.
std::optional<SmtpStage> stageOf(std::string_view line) {
  const std::string_view verb = line.substr(0, line.find_first_of(" \r\n"));
  if (verb == "AUTH") return SmtpStage::login;
  if (verb == "MAIL") return SmtpStage::sender;
  if (verb == "RCPT") return SmtpStage::recipient;
  if (verb == "DATA") return SmtpStage::text;
  if (verb == "EHLO" || verb == "HELO" || verb == "STARTTLS") return SmtpStage::connection;
  return std::nullopt;
}

void sending(Transfer& transfer, std::string_view line) {
  transfer.quitting = line.starts_with("QUIT");
  if (transfer.quitting) return;
  transfer.stage = stageOf(line).value_or(transfer.stage);
  transfer.reply.clear();
}

// Watches the dialogue, because curl's error alone does not tell which command was refused, nor how. Never logs it: a
// log-in goes by as well.
int watch(CURL*, curl_infotype kind, char* data, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size);
  if (kind == CURLINFO_HEADER_OUT) sending(transfer, line);
  const bool no = kind == CURLINFO_HEADER_IN && size >= 3 && (line[0] == '4' || line[0] == '5');
  if (no && !transfer.quitting) transfer.reply.append(line);
  return 0;
}

// Ends the transfer by closing the connection: a text without its end is no letter to any server (RFC 5321, 4.1.1.4).
int giveUp(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.stop.stop_requested()) return 0;
  if (!transfer.textSent) return 1;
  const auto now = std::chrono::steady_clock::now();
  if (!transfer.waitsSince) transfer.waitsSince = now;
  return now - *transfer.waitsSince >= lastWord ? 1 : 0;
}

// What fails again until the operator has changed a setting or a certificate.
bool needsTheOperator(CURLcode result) {
  switch (result) {
    case CURLE_LOGIN_DENIED:
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return true;
    default:
      return false;
  }
}

// `reason` is libcurl's, in more words than its code has; it may be empty.
Delivery outcome(CURLcode result, const Transfer& transfer, std::string_view reason, std::string_view recipient) {
  if (result == CURLE_OK) return {};
  const SmtpReply reply = parseReply(transfer.reply);
  if (reply.code >= 400)
    return {classify(transfer.stage, reply), describe(reply, recipient), reply.code, transfer.stage};
  const auto kind = needsTheOperator(result) ? Delivery::Kind::relayRefused : Delivery::Kind::unavailable;
  const std::string_view why = reason.empty() ? std::string_view(curl_easy_strerror(result)) : reason;
  return {kind, withoutAddresses(why, recipient), 0, transfer.stage};
}

}  // namespace

SmtpMailer::SmtpMailer(Smtp smtp) : smtp_(std::move(smtp)), handle_(curl_easy_init()) {
  if (!handle_) throw std::runtime_error("libcurl cannot start");
}

void SmtpMailer::configure() {
  CURL* const curl = handle_.get();
  curl_easy_reset(curl);  // keeps the connection
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_URL, smtp_.url.c_str());
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(smtp_.requireTls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!smtp_.caFile.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, smtp_.caFile.c_str());
  if (!smtp_.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, smtp_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, smtp_.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(smtp_.timeout / 2));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(smtp_.timeout));
}

Delivery SmtpMailer::send(const Envelope& envelope, std::stop_token stop) {
  if (smtp_.url.empty()) return {Delivery::Kind::unavailable, "no SMTP server is set (--smtp-url)"};
  Transfer transfer{envelope.message, std::move(stop)};
  const std::string from = '<' + envelope.from + '>', to = '<' + envelope.to + '>';
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> recipients(curl_slist_append(nullptr, to.c_str()),
                                                                      curl_slist_free_all);
  configure();
  CURL* const curl = handle_.get();
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, readMessage);
  curl_easy_setopt(curl, CURLOPT_READDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, watch);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, giveUp);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  std::array<char, CURL_ERROR_SIZE> reason{};
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason.data());
  const CURLcode result = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  return outcome(result, transfer, reason.data(), envelope.to);
}

}  // namespace senkoi::server::mail
