// The case tables of tests/cases, read and expanded to whole forms of UTF-8 text. See tests/cases/README.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace senkoi::tests {

struct Case {
  std::string name, form;
  std::map<std::string, double> numbers;                  // settings that are numbers
  std::map<std::string, std::vector<std::string>> lists;  // settings that are lists of domains
  std::map<std::string, std::string> values;              // of every item
  std::map<std::string, std::string> codes, canonical;    // expected, of the items that are named
};

/// A search of tests/cases/searches and the records that it finds.
struct Search {
  std::string name, prefecture, facility, program;
  std::vector<std::uint32_t> found;
};
struct SearchTable {
  std::vector<Search> catalogue;  // the records, without name and found
  std::vector<Search> searches;
};
SearchTable searchTable();

/// All rows of all files. Throws where a file cannot be read.
std::vector<Case> const& caseTables();

}  // namespace senkoi::tests
