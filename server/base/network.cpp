#include "server/base/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace senkoi::server {
namespace {

using Bytes = std::array<unsigned char, 16>;

constexpr std::array<std::size_t, 3> prefixes{64, 56, 48};  // bits

std::optional<Bytes> ipv6Of(std::string_view address) {
  Bytes bytes{};
  if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::nullopt;
  return bytes;
}

bool isMapped(const Bytes& bytes) {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](unsigned char b) { return b == 0; }) && bytes[10] == 0xFF &&
         bytes[11] == 0xFF;
}

std::string ipv4Of(const Bytes& mapped) {
  std::array<char, INET_ADDRSTRLEN> text{};
  inet_ntop(AF_INET, mapped.data() + 12, text.data(), text.size());
  return text.data();
}

std::string network(Bytes bytes, std::size_t prefix) {
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(prefix / 8), bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string(text.data()) + '/' + std::to_string(prefix);
}

}  // namespace

std::string customerNetwork(std::string_view address) {
  const auto bytes = ipv6Of(address);
  if (!bytes) return std::string(address);
  return isMapped(*bytes) ? ipv4Of(*bytes) : network(*bytes, prefixes.front());
}

std::vector<std::string> customerNetworks(std::string_view address) {
  const auto bytes = ipv6Of(address);
  if (!bytes || isMapped(*bytes)) return {customerNetwork(address)};
  std::vector<std::string> networks;
  for (const std::size_t prefix : prefixes) networks.push_back(network(*bytes, prefix));
  return networks;
}

}  // namespace senkoi::server
