#include "server/http/proxies.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "server/base/ascii.hpp"

namespace senkoi::server::http {
namespace {

namespace ip = boost::asio::ip;

ip::address unmapped(const ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

std::optional<ip::address> addressOf(std::string_view text) {
  boost::system::error_code error;
  auto const address = ip::make_address(std::string{text}, error);
  if (error) return std::nullopt;
  return unmapped(address);
}

}  // namespace

Proxies::Proxies(std::span<const std::string> names) {
  for (const auto& name : names) {
    boost::system::error_code v4Error, v6Error;
    bool const isNetwork = name.find('/') != std::string::npos;
    auto const v4 = ip::make_network_v4(isNetwork ? name : name + "/32", v4Error);
    auto const v6 = ip::make_network_v6(isNetwork ? name : name + "/128", v6Error);
    if (v4Error && v6Error) throw std::invalid_argument("not an address or network: " + name);
    if (!v4Error) v4_.push_back(v4.canonical());
    if (v4Error) v6_.push_back(v6.canonical());
  }
}

bool Proxies::contains(std::string_view text) const {
  auto const address = addressOf(text);
  return address && contains(*address);
}

bool Proxies::contains(const ip::address& address) const {
  auto const in = [&](const auto& plain) {
    return [&plain](const auto& network) {
      return std::decay_t<decltype(network)>(plain, network.prefix_length()).canonical() == network;
    };
  };
  return address.is_v4() ? std::ranges::any_of(v4_, in(address.to_v4()))
                         : std::ranges::any_of(v6_, in(address.to_v6()));
}

std::string Proxies::client(std::string_view peer, std::string_view forwardedFor) const {
  std::string client{peer};
  while (!forwardedFor.empty()) {
    auto const comma = forwardedFor.rfind(',');
    auto const last = trimmed(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
    forwardedFor = comma == std::string_view::npos ? std::string_view{} : forwardedFor.substr(0, comma);
    auto const address = addressOf(last);
    if (!address) break;
    client = plainAddress(*address);
    if (!contains(*address)) break;
  }
  return client;
}

std::string plainAddress(const ip::address& address) {
  return unmapped(address).to_string();
}

}  // namespace senkoi::server::http
