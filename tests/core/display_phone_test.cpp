// How a phone number is shown, by numbers of well-known places.
#include <gtest/gtest.h>

#include <string>

#include "senkoi/rules/phone.hpp"

namespace senkoi::rules {
namespace {

std::string shown(std::string_view phone) {
  return std::string{displayPhone(phone).view()};
}

TEST(DisplayPhone, M2_3_AreaCodesOfTwoToFiveDigitsAreParted) {
  for (std::string const number :
       {"03-1234-5678", "06-6123-4567", "011-231-2345", "045-123-4567", "052-123-4567", "075-123-4567", "092-123-4567",
        "098-866-1234", "0422-22-1234", "0463-21-1234", "0263-33-1234", "0852-22-1234", "0742-22-1234", "0126-22-1234",
        "04992-2-1234", "09802-2-1234", "01267-2-1234", "04-7123-4567", "025-222-1234", "0258-32-1234"}) {
    std::string digits = number;
    std::erase(digits, '-');
    EXPECT_EQ(shown(digits), number);
  }
}

TEST(DisplayPhone, M2_3_MobileAndFreeNumbersHaveShapesOfTheirOwn) {
  for (std::string const number : {"090-1234-5678", "080-1234-5678", "070-1234-5678", "050-1234-5678", "0120-123-456",
                                   "0800-123-4567", "0570-012-345"}) {
    std::string digits = number;
    std::erase(digits, '-');
    EXPECT_EQ(shown(digits), number);
  }
}

TEST(DisplayPhone, M2_3_WhatIsNoNumberOfJapanStays) {
  for (std::string const text : {"+12125550123", "", "0", "03-1234-5678", "12345678901", "電話", "+123456789012345"}) {
    EXPECT_EQ(shown(text), text);
  }
}

}  // namespace
}  // namespace senkoi::rules
