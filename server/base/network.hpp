// The networks that an address belongs to, as limits count them. Free functions, thread-safe.
//
// A customer of IPv6 holds a /64 at least, mostly a /56 or a /48 (RFC 6177, RIPE-690), and changes addresses within it
// at will; of IPv4, one address. An IPv4 address mapped into IPv6 counts as IPv4. What is no address is its own
// network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace senkoi::server {

// The one that surely belongs to one customer: "192.0.2.1", "2001:db8:1:2::/64".
std::string customerNetwork(std::string_view address);

// From that to the widest that may belong to one customer: {"192.0.2.1"}, or the /64, the /56 and the /48.
std::vector<std::string> customerNetworks(std::string_view address);

}  // namespace senkoi::server
