#include "server/program/setting_forms.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "senkoi/rules/mail_address.hpp"
#include "server/base/ascii.hpp"
#include "server/base/configuration.hpp"
#include "server/http/proxies.hpp"
#include "server/mail/message.hpp"

namespace senkoi::server {
namespace {

using Text = std::optional<std::string>;

struct Unit {
  std::string_view name;
  Instant length;
};
constexpr std::array<Unit, 4> units{{{"ms", 1}, {"s", second}, {"min", minute}, {"h", hour}}};

std::optional<std::int64_t> numberOf(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = http::lowerCase(c);
  return lower;
}

std::optional<Instant> durationOf(std::string_view text, Instant most) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = numberOf(text.substr(0, digits));
  const auto unit = std::ranges::find(units, http::trimmed(text.substr(digits)), &Unit::name);
  if (!number || unit == units.end() || *number > most / unit->length) return std::nullopt;
  return *number * unit->length;
}

Text addressOf(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(text), error);
  return error ? std::nullopt : Text(address.to_string());
}

bool isPort(std::string_view text) {
  const auto port = numberOf(text);
  return port && *port >= 1 && *port <= 65535 && text.front() != '+';
}

bool isHost(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) return host.find(':') != std::string_view::npos && addressOf(host);
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || http::isDigit(c) || c == '-' || c == '.' || c == '_';
  };
  return !host.empty() && std::ranges::all_of(host, fits) && host.front() != '.' && host.front() != '-' &&
         host.find("..") == std::string_view::npos;
}

// "host", "host:587", "[::1]:587"; without the port that `usual` names.
Text authorityOf(std::string_view text, std::string_view usual) {
  const std::size_t bracket = text.rfind(']');
  const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const std::string_view host = text.substr(0, colon);
  if (!isHost(host)) return std::nullopt;
  if (colon == std::string_view::npos) return std::string(host);
  const std::string_view port = text.substr(colon + 1);
  if (!isPort(port)) return std::nullopt;
  return port == usual ? std::string(host) : std::string(text);
}

// {scheme, rest}, the scheme and the host in lower case; one slash at the end is none.
std::optional<std::pair<std::string, std::string>> urlParts(const std::string& text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string::npos) return std::nullopt;
  std::string rest = text.substr(colon + 3);
  if (rest.ends_with('/')) rest.pop_back();
  return std::pair{lowered(text.substr(0, colon)), lowered(rest)};
}

// Another spelling than a browser's would never be met.
Text originOf(const std::string& text) {
  const auto parts = urlParts(text);
  if (text.empty() || !parts) return text.empty() ? Text(text) : std::nullopt;
  const auto& [scheme, rest] = *parts;
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const Text authority = authorityOf(rest, scheme == "https" ? "443" : "80");
  return authority ? Text(scheme + "://" + *authority) : std::nullopt;
}

Text smtpUrlOf(const std::string& text) {
  const auto parts = urlParts(text);
  if (text.empty() || !parts) return text.empty() ? Text(text) : std::nullopt;
  const auto& [scheme, rest] = *parts;
  const Text authority = authorityOf(rest, {});
  return authority && (scheme == "smtp" || scheme == "smtps") ? Text(scheme + "://" + *authority) : std::nullopt;
}

Text endpointText(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (text.empty() || colon == std::string::npos) return text.empty() ? Text(text) : std::nullopt;
  const std::string port = text.substr(colon + 1);
  return addressOf(text.substr(0, colon)) && (isPort(port) || port == "0") ? Text(text) : std::nullopt;
}

Text networkOf(const std::string& text) {
  try {
    http::Proxies{std::array{text}};
    return text;
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

// "/", "/senkoi/".
Text folderOf(std::string path) {
  if (!path.starts_with('/')) path.insert(0, 1, '/');
  if (!path.ends_with('/')) path += '/';
  const bool fits = path.find_first_of("?#\\ ") == std::string::npos && path.find("//") == std::string::npos;
  return fits ? Text(std::move(path)) : std::nullopt;
}

Text domainOf(const std::string& text) {
  std::string_view domain = text;
  if (domain.starts_with("*@")) domain.remove_prefix(1);
  if (domain.starts_with('@')) domain.remove_prefix(1);
  if (domain.starts_with("*.")) domain.remove_prefix(1);
  const std::string lower = lowered(domain);
  const std::string_view host = std::string_view(lower).substr(lower.starts_with('.') ? 1 : 0);
  return rules::isHostName(rules::Part<char>{host.data(), host.size()}) ? Text(lower) : std::nullopt;
}

std::string itself(const std::string& text) {
  return text;
}

std::string digitsOf(const std::int64_t& number) {
  return std::to_string(number);
}

}  // namespace

std::string durationText(const Instant& time) {
  const auto fits = [time](const Unit& unit) { return time % unit.length == 0 && time >= unit.length; };
  const auto unit = std::find_if(units.rbegin(), units.rend(), fits);
  return unit == units.rend() ? std::to_string(time) + "ms"
                              : std::to_string(time / unit->length) + std::string(unit->name);
}

Form<std::int64_t> wholeNumber(std::int64_t least, std::int64_t most) {
  return {"a whole number from " + std::to_string(least) + " to " + std::to_string(most),
          std::to_string(least) + ".." + std::to_string(most),
          [=](const std::string& text) {
            const auto number = numberOf(text);
            return number && *number >= least && *number <= most ? number : std::nullopt;
          },
          digitsOf};
}

Form<std::int64_t> duration(Instant least, Instant most) {
  return {"a time from " + durationText(least) + " to " + durationText(most) +
              " with its unit (ms, s, min, h), such as 90s",
          "TIME",
          [=](const std::string& text) {
            const auto time = durationOf(text, most);
            return time && *time >= least && *time <= most ? time : std::nullopt;
          },
          durationText};
}

Form<bool> yesOrNo() {
  return {"yes or no",
          {},
          [](const std::string& text) -> std::optional<bool> {
            const std::string word = lowered(text);
            if (word == "yes" || word == "true" || word == "on" || word == "1") return true;
            if (word == "no" || word == "false" || word == "off" || word == "0") return false;
            return std::nullopt;
          },
          [](const bool& value) { return std::string(value ? "yes" : "no"); }};
}

Form<std::string> anyText() {
  const auto fits = [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; };
  return {"a text on one line", "TEXT",
          [fits](const std::string& text) { return std::ranges::all_of(text, fits) ? Text(text) : std::nullopt; },
          itself};
}

Form<std::string> path() {
  return {"the path of a file", "FILE",
          [](const std::string& text) { return text.empty() ? std::nullopt : anyText().read(text); }, itself};
}

Form<std::string> oneOf(std::vector<std::string> words) {
  std::string takes;
  for (const std::string& word : words) takes += (takes.empty() ? "" : &word == &words.back() ? " or " : ", ") + word;
  return {takes, "WORD",
          [words = std::move(words)](const std::string& text) {
            const std::string word = lowered(text);
            return std::ranges::find(words, word) == words.end() ? std::nullopt : Text(word);
          },
          itself};
}

Form<std::string> ipAddress() {
  return {"an IP address of this machine, such as 127.0.0.1 or ::1", "ADDRESS", addressOf, itself};
}

Form<std::string> endpoint() {
  return {"an IP address and a port, such as 127.0.0.1:9464 or [::1]:9464", "ADDRESS:PORT", endpointText, itself};
}

Form<std::string> network() {
  return {"an address or a network, such as 192.0.2.7 or 10.0.0.0/8", "NETWORK", networkOf, itself};
}

Form<std::string> webOrigin() {
  return {"an origin as browsers write it, https://host or https://host:port and nothing behind it", "https://HOST",
          originOf, itself};
}

Form<std::string> urlFolder() {
  return {"a folder of the site, such as / or /senkoi/", "/FOLDER/", folderOf, itself};
}

Form<std::string> smtpUrl() {
  return {"smtp://host:port or smtps://host:port; user and password have settings of their own", "smtp://HOST:PORT",
          smtpUrlOf, itself};
}

Form<std::string> mailbox() {
  return {"one mail address, as a@example.jp or Name <a@example.jp>", "NAME <ADDRESS>",
          [](const std::string& text) { return mail::mailboxOf(text) ? Text(text) : std::nullopt; }, itself};
}

Form<std::string> mailboxOrNone() {
  Form<std::string> form = mailbox();
  form.read = [read = form.read](const std::string& text) { return text.empty() ? Text(text) : read(text); };
  return form;
}

Form<std::string> mailDomain() {
  return {"mail domains such as foo.jp, or .foo.jp for every subdomain of it", "DOMAIN", domainOf, itself};
}

}  // namespace senkoi::server
