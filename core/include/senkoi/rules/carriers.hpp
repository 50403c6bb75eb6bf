// Mail domains of Japanese mobile-phone carriers, M2.1: refused because their mail often does not arrive from the net.
// Gathered from public lists. A leading '.' matches every subdomain, else the match is exact; matching is done on the
// lower-cased part after the last @. The operator's lists (Context) add to these. Pure; safe from any thread.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"

namespace senkoi::rules {

inline constexpr std::array<std::string_view, 46> carrierDomains{
    "docomo.ne.jp",     "au.com",           "biz.au.com",       "ezweb.ne.jp",      ".ezweb.ne.jp",
    ".ido.ne.jp",       "softbank.ne.jp",   "i.softbank.jp",    "disney.ne.jp",     "d.vodafone.ne.jp",
    "h.vodafone.ne.jp", "t.vodafone.ne.jp", "c.vodafone.ne.jp", "k.vodafone.ne.jp", "r.vodafone.ne.jp",
    "n.vodafone.ne.jp", "s.vodafone.ne.jp", "q.vodafone.ne.jp", "jp-d.ne.jp",       "jp-h.ne.jp",
    "jp-t.ne.jp",       "jp-c.ne.jp",       "jp-k.ne.jp",       "jp-r.ne.jp",       "jp-n.ne.jp",
    "jp-s.ne.jp",       "jp-q.ne.jp",       "emnet.ne.jp",      "emobile.ne.jp",    "emobile-s.ne.jp",
    "ymobile.ne.jp",    "ymobile1.ne.jp",   "y-mobile.ne.jp",   "willcom.com",      "wcm.ne.jp",
    "pdx.ne.jp",        ".pdx.ne.jp",       "uqmobile.jp",      "rakumail.jp",      "sky.tkk.ne.jp",
    "sky.tkc.ne.jp",    "sky.tu-ka.ne.jp",  "nttpnet.ne.jp",    "phone.ne.jp",      "mozio.ne.jp",
    "pipopa.ne.jp"};

/// Providers with both phone and ordinary mail: warned of only.
inline constexpr std::array<std::string_view, 3> ambiguousDomains{"yahoo.ne.jp", "rakuten.jp", "mineo.jp"};

/// Part of a text: the domain within an address. Does not own it.
template <class Unit>
struct Part {
  Unit const* units;
  std::size_t size;
};

/// Whether a host name in lower case is the entry (of any case), or ends in it where the entry starts with a dot.
template <class Unit>
constexpr bool matches(Part<Unit> domain, std::string_view entry) {
  if (entry.empty() || domain.size < entry.size()) return false;
  bool const suffix = entry.front() == '.';
  if (!suffix && domain.size != entry.size()) return false;
  Unit const* const tail = domain.units + (domain.size - entry.size());
  for (std::size_t i = entry.size(); i-- > 0;) {
    if (static_cast<char32_t>(tail[i]) != lower(static_cast<unsigned char>(entry[i]))) return false;
  }
  return true;
}

template <class Unit, std::size_t N>
constexpr bool listed(Part<Unit> domain, std::array<std::string_view, N> const& entries) {
  for (std::string_view const entry : entries) {
    if (matches(domain, entry)) return true;
  }
  return false;
}

/// The same for an operator's list, one entry a line.
template <class Unit>
constexpr bool listed(Part<Unit> domain, std::string_view lines) {
  while (!lines.empty()) {
    std::size_t const end = std::min(lines.find('\n'), lines.size());
    std::string_view entry = lines.substr(0, end);
    if (!entry.empty() && entry.back() == '\r') entry.remove_suffix(1);
    if (matches(domain, entry)) return true;
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return false;
}

}  // namespace senkoi::rules
