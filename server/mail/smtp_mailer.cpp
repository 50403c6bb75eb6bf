#include "server/mail/smtp_mailer.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace senkoi::server::mail {
namespace {

// A reply that says no, and to what.
struct Refused {
  std::string command;  // its verb; "." for the text
  int code = 0;
  std::string reply;
};

// What is known of one transfer while it runs.
struct Transfer {
  std::string_view rest;  // of the message
  std::stop_token stop;
  std::string command{};  // the last one sent
  Refused refused{};      // the last one
  bool textSent = false;  // all of it: from here on the server may have taken the letter
  std::optional<std::chrono::steady_clock::time_point> waitsSince{};  // asked to stop, but for the server's word
};

constexpr std::chrono::seconds lastWord{3};  // for the server's answer to a whole text, once we are asked to stop

std::size_t readMessage(char* out, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.command = ".";
  transfer.textSent = transfer.rest.empty();
  const std::size_t length = std::min(size * count, transfer.rest.size());
  std::memcpy(out, transfer.rest.data(), length);
  transfer.rest.remove_prefix(length);
  return length;
}

// Watches the dialogue, because curl's error alone does not tell which command was refused. Never logs it.
int watch(CURL*, curl_infotype kind, char* data, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size);
  if (kind == CURLINFO_HEADER_OUT) transfer.command = line.substr(0, 4);
  const bool no = kind == CURLINFO_HEADER_IN && size >= 3 && (line[0] == '4' || line[0] == '5');
  if (!no || transfer.command == "QUIT") return 0;
  transfer.refused = {transfer.command, std::atoi(std::string(line.substr(0, 3)).c_str()),
                      std::string(line.substr(0, 200))};
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

// A refusal of the recipient or of the text is about this letter; of the greeting, the login or the sender about us.
bool aboutTheLetter(const Refused& refused) {
  return refused.command == "RCPT" || refused.command == "DATA" || refused.command == ".";
}

Delivery verdict(CURLcode result, const Refused& refused) {
  if (result == CURLE_OK) return {};
  const std::string why = refused.reply.empty() ? curl_easy_strerror(result) : refused.reply;
  if (!aboutTheLetter(refused)) return {Delivery::Kind::away, why};
  return {refused.code >= 500 ? Delivery::Kind::refused : Delivery::Kind::deferred, why};
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
  const CURLcode result = curl_easy_perform(curl);
  return verdict(result, transfer.refused);
}

}  // namespace senkoi::server::mail
