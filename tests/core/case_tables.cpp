#include "case_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "senkoi/rules/text/units.hpp"

namespace senkoi::tests {
namespace {

using nlohmann::json;

json readFile(std::filesystem::path const& path) {
  std::ifstream file{path};
  return json::parse(file);
}

/// Lone surrogates cannot be written in UTF-8: they read as U+FFFD, as they do over HTTP.
std::string ofUnits(std::vector<char16_t> const& units) {
  std::string text;
  for (std::size_t at = 0; at < units.size();) {
    char bytes[4];
    text.append(bytes, rules::put(bytes, rules::next(units.data(), units.size(), at)));
  }
  return text;
}

std::string textOf(json const& written) {
  if (written.is_string()) return written.get<std::string>();
  std::string text;
  for (json const& part : written) {
    if (part.is_string()) {
      text += part.get<std::string>();
    } else if (part.contains("units")) {
      text += ofUnits(part["units"].get<std::vector<char16_t>>());
    } else {
      for (int left = part["repeat"][1]; left > 0; --left) text += part["repeat"][0].get_ref<std::string const&>();
    }
  }
  return text;
}

void texts(json const& from, std::map<std::string, std::string>& into) {
  for (auto const& [item, written] : from.items()) into[item] = textOf(written);
}

Case caseOf(json const& row, json const& base) {
  Case made{row["name"], row["form"], {}, {}, {}, {}, {}};
  for (json const& settings : {base["settings"], row.value("settings", json::object())}) {
    for (auto const& [name, value] : settings.items()) {
      if (value.is_array()) {
        made.lists[name] = value.get<std::vector<std::string>>();
      } else {
        made.numbers[name] = value;
      }
    }
  }
  texts(base["forms"][made.form], made.values);
  texts(row.value("values", json::object()), made.values);
  texts(row["expect"].value("codes", json::object()), made.codes);
  texts(row["expect"].value("values", json::object()), made.canonical);
  return made;
}

}  // namespace

SearchTable searchTable() {
  json const table = readFile(std::filesystem::path{CASES_FOLDER} / "searches" / "words.json");
  auto const read = [](json const& query) {
    return Search{{}, query.value("prefecture", ""), query.value("facility", ""), query.value("name", ""), {}};
  };
  SearchTable made;
  for (json const& record : table["catalogue"]) made.catalogue.push_back(read(record));
  for (json const& row : table["searches"]) {
    made.searches.push_back(read(row["query"]));
    made.searches.back().name = row["name"];
    made.searches.back().found = row["found"].get<std::vector<std::uint32_t>>();
  }
  return made;
}

std::vector<Case> const& caseTables() {
  static std::vector<Case> const all = [] {
    std::filesystem::path const folder{CASES_FOLDER};
    json const base = readFile(folder / "base.json");
    std::vector<Case> rows;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
      bool const table = entry.path().extension() == ".json" && entry.path().filename() != "base.json";
      if (!table) continue;
      for (json const& row : readFile(entry.path())) rows.push_back(caseOf(row, base));
    }
    return rows;
  }();
  return all;
}

}  // namespace senkoi::tests
