// The networks that limits count an address by.
#include <gtest/gtest.h>

#include "server/base/network.hpp"

namespace senkoi::server {
namespace {

using Networks = std::vector<std::string>;

TEST(CustomerNetwork, IsOneAddressOfIPv4) {
  EXPECT_EQ(customerNetwork("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(customerNetworks("192.0.2.1"), Networks{"192.0.2.1"});
}

TEST(CustomerNetwork, IsThe64OfIPv6HoweverTheAddressIsWritten) {
  EXPECT_EQ(customerNetwork("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(customerNetwork("2001:DB8:1:2::9"), "2001:db8:1:2::/64");
  EXPECT_NE(customerNetwork("2001:db8:1:3::9"), "2001:db8:1:2::/64");
}

TEST(CustomerNetwork, OfIPv6WidensToThe56AndThe48) {
  EXPECT_EQ(customerNetworks("2001:db8:1:2ff::9"),
            (Networks{"2001:db8:1:2ff::/64", "2001:db8:1:200::/56", "2001:db8:1::/48"}));
}

TEST(CustomerNetwork, OfAnIPv4AddressMappedIntoIPv6IsThatOfIPv4) {
  EXPECT_EQ(customerNetworks("::ffff:192.0.2.1"), Networks{"192.0.2.1"});
  EXPECT_EQ(customerNetwork("::ffff:192.0.2.1"), "192.0.2.1");
}

TEST(CustomerNetwork, OfWhatIsNoAddressIsItself) {
  EXPECT_EQ(customerNetworks("unix"), Networks{"unix"});
  EXPECT_EQ(customerNetworks(""), Networks{""});
}

}  // namespace
}  // namespace senkoi::server
