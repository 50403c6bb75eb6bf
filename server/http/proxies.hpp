// The proxies that the operator named: only their X-Forwarded-For counts (reliability 34). Immutable, thread-safe.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace senkoi::server::http {

class Proxies {
 public:
  // Addresses ("192.0.2.7") or networks ("10.0.0.0/8", "fd00::/8"). Throws std::invalid_argument where one is neither.
  explicit Proxies(std::span<const std::string> names);

  bool contains(std::string_view address) const;

  // The rightmost address that isn't a named proxy: what stands further left, anybody may have written. The peer where
  // none is.
  std::string client(std::string_view peer, std::string_view forwardedFor) const;

 private:
  bool contains(const boost::asio::ip::address& address) const;

  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

// Text of an address; an IPv4 address mapped into IPv6 as IPv4.
std::string plainAddress(const boost::asio::ip::address& address);

}  // namespace senkoi::server::http
