#include "server/mail/message.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "server/base/ascii.hpp"

namespace senkoi::server::mail {
namespace {

constexpr std::size_t bytesOfWord = 39;  // 52 characters of base64, the frame and the field's name: below 76
constexpr std::size_t bytesOfLine = 57;  // 76 characters of base64

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string oneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (isControl(c)) c = ' ';
  }
  return line;
}

bool isPlain(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x7F || static_cast<unsigned char>(c) < 0x20) return false;
  }
  return text.find("=?") == std::string_view::npos && text.size() <= 60;
}

std::string base64(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the terminator
  return out;
}

// Length of a piece of at most `most` bytes that does not cut a UTF-8 sequence.
std::size_t wholePiece(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  std::size_t length = most;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return length == 0 ? most : length;
}

// RFC 5322, 3.2.3: what needs no quotes, and what separates such words.
bool isAtomText(char c) {
  return http::isLetterOrDigit(c) || c == ' ' ||
         std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// A quoted string as its reader sees it; any other text as it is.
std::string unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
  std::string out;
  const std::string_view inner = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '\\' && i + 1 < inner.size()) ++i;
    out += inner[i];
  }
  return out;
}

// One local part, one at sign, one domain: nothing that ends an address or begins another one.
bool isAddress(std::string_view text) {
  const auto at = text.find('@');
  const bool parts = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                     text.find('@', at + 1) == std::string_view::npos;
  const bool ascii = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return parts && ascii && text.find_first_of(" ,;:<>()[]\\\"") == std::string_view::npos;
}

// The field's text; whatever is no mailbox stands in it as one address, between angle brackets and without their like.
std::string mailboxField(std::string_view configured) {
  const auto known = mailboxOf(configured);
  if (!known) return '<' + addressIn(configured) + '>';
  if (known->name.empty()) return known->address;
  return displayName(known->name) + " <" + known->address + '>';
}

std::string dateField(Instant at) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t japan = static_cast<std::time_t>(at / 1000 + 9 * 3600);
  std::tm time{};
  gmtime_r(&japan, &time);
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%s, %d %s %d %02d:%02d:%02d +0900",
                days[static_cast<std::size_t>(time.tm_wday)], time.tm_mday,
                months[static_cast<std::size_t>(time.tm_mon)], time.tm_year + 1900, time.tm_hour, time.tm_min,
                time.tm_sec);
  return out.data();
}

// Lines of text end in CRLF (RFC 2046, 4.1.1), then base64 makes any content safe for any server.
std::string encodedBody(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    if (c != '\r') lines += c;
  }
  std::string out;
  for (std::size_t at = 0; at < lines.size(); at += bytesOfLine)
    out += base64(std::string_view(lines).substr(at, bytesOfLine)) + "\r\n";
  return out;
}

}  // namespace

std::optional<Mailbox> mailboxOf(std::string_view configured) {
  if (std::ranges::any_of(configured, isControl)) return std::nullopt;
  const std::string_view text = http::trimmed(configured);
  const auto open = text.rfind('<');
  const bool framed = open != std::string_view::npos && text.ends_with('>');
  const std::string_view address = framed ? text.substr(open + 1, text.size() - open - 2) : text;
  if (!isAddress(address)) return std::nullopt;
  const std::string_view name = framed ? http::trimmed(text.substr(0, open)) : std::string_view{};
  return Mailbox{unquoted(name), std::string(address)};
}

std::string addressIn(std::string_view mailbox) {
  const auto open = mailbox.rfind('<'), close = mailbox.rfind('>');
  const bool framed = open != std::string_view::npos && close != std::string_view::npos && close > open;
  std::string address = oneLine(framed ? mailbox.substr(open + 1, close - open - 1) : mailbox);
  std::erase_if(address, [](char c) { return c == ' ' || c == '<' || c == '>'; });
  return address;
}

std::string displayName(std::string_view name) {
  const std::string line = oneLine(name);
  if (!isPlain(line)) return encodedWords(line);
  return std::ranges::all_of(line, isAtomText) ? line : quoted(line);
}

std::string encodedWords(std::string_view text) {
  const std::string line = oneLine(text);
  if (isPlain(line)) return line;
  std::string out;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t length = wholePiece(rest, bytesOfWord);
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(rest.substr(0, length)) + "?=";
    rest.remove_prefix(length);
  }
  return out;
}

std::string compose(const Letter& letter, const Sender& sender, std::string_view mark, Instant at) {
  const std::string from = addressIn(sender.from);
  const auto host = from.rfind('@');
  std::string out;
  const auto field = [&out](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  field("Date", dateField(at));
  field("From", mailboxField(sender.from));
  if (!sender.replyTo.empty()) field("Reply-To", mailboxField(sender.replyTo));
  field("To", '<' + addressIn(letter.to) + '>');
  field("Subject", encodedWords(letter.subject));
  field("Message-ID", '<' + std::string(mark) + (host == std::string::npos ? "@localhost" : from.substr(host)) + '>');
  field("Auto-Submitted", "auto-generated");  // RFC 3834: no holiday notice answers it
  field("MIME-Version", "1.0");
  field("Content-Type", "text/plain; charset=UTF-8");
  field("Content-Transfer-Encoding", "base64");
  return out + "\r\n" + encodedBody(letter.text);
}

}  // namespace senkoi::server::mail
