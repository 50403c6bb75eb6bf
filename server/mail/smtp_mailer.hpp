// Letters to an SMTP server by libcurl: SMTP, STARTTLS or implicit TLS, one connection kept for many letters.
// Belongs to the outbox thread.
#pragma once

#include <curl/curl.h>

#include <memory>

#include "server/base/configuration.hpp"
#include "server/mail/mailer.hpp"

namespace senkoi::server::mail {

class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(Smtp);  // throws std::runtime_error where libcurl cannot start
  Delivery send(const Envelope&, std::stop_token) override;

 private:
  struct Close {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  void configure();

  Smtp smtp_;
  std::unique_ptr<CURL, Close> handle_;
};

}  // namespace senkoi::server::mail
