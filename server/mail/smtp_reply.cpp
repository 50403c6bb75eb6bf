#include "server/mail/smtp_reply.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "server/base/ascii.hpp"

namespace senkoi::server::mail {
namespace {

using Kind = Delivery::Kind;
using http::isDigit;
using http::lowerCase;

constexpr std::size_t longestDescription = 200;
constexpr std::string_view hidden = "(address)";

// Takes up to three digits off the front.
std::optional<int> extractNumber(std::string_view& text) {
  int number = 0;
  std::size_t length = 0;
  while (length < text.size() && length < 3 && isDigit(text[length])) number = number * 10 + (text[length++] - '0');
  if (length == 0) return std::nullopt;
  text.remove_prefix(length);
  return number;
}

// Takes "5.1.1" off the front where it is of this class and `end` or a blank follows.
std::optional<EnhancedCode> takeEnhanced(std::string_view& text, int replyClass, char end) {
  std::string_view rest = text;
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      if (!rest.starts_with('.')) return std::nullopt;
      rest.remove_prefix(1);
    }
    const auto number = extractNumber(rest);
    if (!number) return std::nullopt;
    parts[i] = *number;
  }
  if (!rest.empty() && rest.front() != ' ' && rest.front() != end) return std::nullopt;
  if (parts[0] != replyClass) return std::nullopt;
  text = rest;
  return EnhancedCode{parts[0], parts[1], parts[2]};
}

// "sorry, no mailbox here by that name (#5.1.1)", as qmail has it.
std::optional<EnhancedCode> bracketedEnhanced(std::string_view text, int replyClass) {
  constexpr std::string_view opening = "(#";
  const auto at = text.find(opening);
  if (at == std::string_view::npos) return std::nullopt;
  text.remove_prefix(at + opening.size());
  return takeEnhanced(text, replyClass, ')');
}

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto from = line.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(blanks) - from + 1);
}

// Where the text of a reply without an enhanced code shows that it is not about the mailbox (Exim: "550 relay not
// permitted"). One word too many only stops the queue, one too few loses a letter.
bool namesOurFault(std::string_view text) {
  constexpr std::array<std::string_view, 14> words{"relay",  "rcpthosts", "sender", "authenticat", "authori",
                                                   "policy", "spam",      "block",  "blacklist",   "reputation",
                                                   "denied", "dkim",      "dmarc",  "helo"};
  std::string low(text);
  std::ranges::transform(low, low.begin(), lowerCase);
  return std::ranges::any_of(words, [&low](std::string_view word) { return low.find(word) != std::string::npos; });
}

// 5yz about an address (RFC 3463, 3.2). 7 and 8 are about the sender's.
Kind ofAddress(int detail) {
  return detail == 7 || detail == 8 ? Kind::relayRefused : Kind::recipientRefused;
}

// 5yz at the recipient or later, with an enhanced code that has a subject. X.1.0 and X.2.0 leave open whose address or
// mailbox it is ("550 5.1.0 Sender denied"): their text decides.
Kind byEnhancedCode(const EnhancedCode& enhanced, std::string_view text) {
  constexpr int address = 1, mailbox = 2, full = 2;
  const bool open = (enhanced.subject == address || enhanced.subject == mailbox) && enhanced.detail == 0;
  if (open && namesOurFault(text)) return Kind::relayRefused;
  if (enhanced.subject == address) return ofAddress(enhanced.detail);
  if (enhanced.subject == mailbox) return enhanced.detail == full ? Kind::mailboxFull : Kind::recipientRefused;
  return Kind::relayRefused;
}

// 5yz without one. What comes after the text may be about the text, whatever its number.
Kind byReplyCode(SmtpStage stage, const SmtpReply& reply) {
  constexpr std::array<int, 4> aboutMailbox{550, 551, 553, 556};  // 556: its domain takes no mail (RFC 7504)
  if (namesOurFault(reply.text)) return Kind::relayRefused;
  if (reply.code == 552) return Kind::mailboxFull;  // storage exceeded
  const bool mailbox = std::ranges::find(aboutMailbox, reply.code) != aboutMailbox.end();
  return mailbox && stage == SmtpStage::recipient ? Kind::recipientRefused : Kind::relayRefused;
}

Kind ofTransient(SmtpStage stage, const SmtpReply& reply) {
  constexpr int mailSystem = 3;
  const bool aboutThisLetter = stage == SmtpStage::recipient || stage == SmtpStage::text;
  const bool closes = reply.code == 421;
  return !aboutThisLetter || closes || reply.enhanced.subject == mailSystem ? Kind::unavailable : Kind::deferred;
}

bool isWordCharacter(char c) {
  return isDigit(c) || (lowerCase(c) >= 'a' && lowerCase(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Replaces each occurrence of `word` that is not a part of a longer word, whatever its case.
std::string withoutWord(std::string_view text, std::string_view word) {
  if (word.empty()) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view here = text.substr(at, word.size());
    const bool same = std::ranges::equal(here, word, {}, lowerCase, lowerCase);
    const bool beginsInside = at > 0 && isWordCharacter(text[at - 1]) && isWordCharacter(word.front());
    const std::size_t end = at + word.size();
    const bool endsInside = end < text.size() && isWordCharacter(text[end]) && isWordCharacter(word.back());
    if (same && !beginsInside && !endsInside) {
      out += hidden;
      at = end;
    } else {
      out += text[at++];
    }
  }
  return out;
}

// Whatever stands between blanks or brackets and holds an at sign, written out or encoded.
bool looksLikeAddress(std::string_view token) {
  return token.find('@') != std::string_view::npos || token.find("%40") != std::string_view::npos ||
         token.find("=40") != std::string_view::npos;
}

std::string withoutAddressLike(std::string_view text) {
  constexpr std::string_view borders = " <>()[]{}\"',;";
  std::string out;
  while (!text.empty()) {
    const auto length = std::min(text.find_first_of(borders), text.size());
    const std::string_view token = text.substr(0, length);
    out += looksLikeAddress(token) ? hidden : token;
    text.remove_prefix(length);
    if (text.empty()) break;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

// Of one UTF-8 sequence at the front; 0 where there is none.
std::size_t sequenceLength(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80                     ? 1
                             : first >= 0xC2 && first < 0xE0  ? 2
                             : first >= 0xE0 && first < 0xF0  ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

// One line of at most `most` bytes: control characters become blanks, runs of blanks one, and what is no UTF-8 a '?'.
std::string oneReadableLine(std::string_view text, std::size_t most) {
  std::string line;
  while (!text.empty()) {
    const std::size_t length = sequenceLength(text);
    const bool control = static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F;
    const std::string_view shown = length == 0 ? "?" : control ? " " : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
    if (shown == " " && (line.empty() || line.back() == ' ')) continue;
    if (line.size() + shown.size() > most) break;
    line += shown;
  }
  return std::string(trimmed(line));
}

}  // namespace

SmtpReply parseReply(std::string_view lines) {
  SmtpReply reply;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    std::string_view line = trimmed(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    std::string_view rest = line;
    const auto code = extractNumber(rest);
    if (!code || line.size() - rest.size() != 3) continue;
    if (rest.starts_with('-') || rest.starts_with(' ')) rest.remove_prefix(1);
    reply.code = *code;
    rest = trimmed(rest);
    const auto leading = takeEnhanced(rest, *code / 100, ' ');
    const auto enhanced = leading ? leading : bracketedEnhanced(rest, *code / 100);
    if (enhanced && reply.enhanced.status == 0) reply.enhanced = *enhanced;
    rest = trimmed(rest);
    if (!rest.empty()) reply.text.append(reply.text.empty() ? "" : " ").append(rest);
  }
  return reply;
}

Kind classify(SmtpStage stage, const SmtpReply& reply) {
  if (reply.code < 500) return ofTransient(stage, reply);
  const bool beforeRecipient = stage != SmtpStage::recipient && stage != SmtpStage::text;
  if (beforeRecipient) return Kind::relayRefused;
  return reply.enhanced.subject != 0 ? byEnhancedCode(reply.enhanced, reply.text) : byReplyCode(stage, reply);
}

std::string withoutAddresses(std::string_view text, std::string_view recipient) {
  const auto at = std::min(recipient.rfind('@'), recipient.size());
  const std::string_view local = recipient.substr(0, at), domain = recipient.substr(std::min(at + 1, recipient.size()));
  std::string shown = withoutWord(withoutAddressLike(text), recipient);
  shown = withoutWord(withoutWord(shown, local), domain);
  return oneReadableLine(shown, longestDescription);
}

std::string describe(const SmtpReply& reply, std::string_view recipient) {
  std::string codes = std::to_string(reply.code);
  if (const EnhancedCode& code = reply.enhanced; code.status != 0)
    codes += ' ' + std::to_string(code.status) + '.' + std::to_string(code.subject) + '.' + std::to_string(code.detail);
  return oneReadableLine(codes + ' ' + withoutAddresses(reply.text, recipient), longestDescription);
}

}  // namespace senkoi::server::mail
