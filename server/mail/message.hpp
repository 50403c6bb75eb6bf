// A letter on the wire: RFC 5322 with MIME (RFC 2045, 2047), complete before a mailer sees it. Pure functions.
// Whatever stands in a name or a subject is inert: control characters become spaces before anything is encoded (33).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server::mail {

// What a person reads.
struct Letter {
  std::string to;  // address
  std::string subject, text;
};

// What goes into the header beside it.
struct Sender {
  std::string from = "Senkoi <noreply@localhost>";  // "Name <address>" or an address
  std::string replyTo;                              // empty: none
};

// One sender as an operator writes it.
struct Mailbox {
  std::string name;  // as people read it; empty: none
  std::string address;
};

// "Name <address>", "\"Name\" <address>", "<address>" or "address". None for anything else: several addresses, a
// control character anywhere, an address that could not stand alone between angle brackets.
std::optional<Mailbox> mailboxOf(std::string_view configured);

// The address alone out of "Name <address>".
std::string addressIn(std::string_view mailbox);

// RFC 2047: as it is where it is plain ASCII, else encoded words of at most 75 characters.
std::string encodedWords(std::string_view text);

// A name before an address: atoms as they are, a quoted string where RFC 5322 has a meaning for one of its characters,
// encoded words where it is no short ASCII. Never more than one mailbox's name, whatever it holds.
std::string displayName(std::string_view name);

// `mark` makes the Message-ID; the same letter always gets the same one.
std::string compose(const Letter&, const Sender&, std::string_view mark, Instant at);

}  // namespace senkoi::server::mail
