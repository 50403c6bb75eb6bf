// What the cells of a published table of limits say besides numbers (T6). Pure, thread-safe.
#pragma once

#include <string_view>

namespace senkoi::rules {

/// Whether a row is the sum of others: "(合計)", 計, Total stand where its prefecture would.
bool isTotal(std::string_view prefecture);

/// The season that a cell names: "2027", ２０２７年度; 0 for any other text.
int seasonIn(std::string_view text);

}  // namespace senkoi::rules
