#include "server/mail/smtp_mailer.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace senkoi::server::mail {
namespace {

// What is known of one transfer while it runs.
struct Transfer {
  std::string_view rest;    // of the message
  std::string lastCommand;  // verb of the last command sent
  bool bodyStarted = false;
  std::stop_token stop;
  std::string lastReply;
};

std::size_t readMessage(char* out, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.bodyStarted = true;
  const std::size_t length = std::min(size * count, transfer.rest.size());
  std::memcpy(out, transfer.rest.data(), length);
  transfer.rest.remove_prefix(length);
  return length;
}

// Watches the dialogue, because curl's error alone does not tell which command was refused. Never logs it.
int watch(CURL*, curl_infotype kind, char* data, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (kind == CURLINFO_HEADER_OUT) transfer.lastCommand.assign(data, std::min<std::size_t>(size, 4));
  if (kind == CURLINFO_HEADER_IN) transfer.lastReply.assign(data, std::min<std::size_t>(size, 200));
  return 0;
}

int giveUp(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(user);
  return transfer.stop.stop_requested() && !transfer.bodyStarted ? 1 : 0;
}

// A refusal of the recipient or of the text is about this letter; of the greeting, the login or the sender about us.
bool aboutTheLetter(const Transfer& transfer) {
  return transfer.bodyStarted || transfer.lastCommand == "RCPT" || transfer.lastCommand == "DATA";
}

Delivery verdict(CURLcode result, long reply, const Transfer& transfer) {
  if (result == CURLE_OK) return {};
  std::string why = curl_easy_strerror(result);
  if (reply >= 400) why = transfer.lastReply.empty() ? std::to_string(reply) : transfer.lastReply;
  const bool answered = reply >= 400 && reply < 600 && aboutTheLetter(transfer);
  if (!answered) return {Delivery::Kind::away, why};
  return {reply >= 500 ? Delivery::Kind::refused : Delivery::Kind::deferred, why};
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
  Transfer transfer{envelope.message, {}, false, stop, {}};
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
  const CURLcode result = curl_easy_perform(curl);
  long reply = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
  return verdict(result, reply, transfer);
}

}  // namespace senkoi::server::mail
