// The offices at work over HTTP, for the tests of their handlers.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/server/house.hpp"

namespace senkoi::tests {

using namespace season2025;
using nlohmann::json;

class OfficeTest : public testing::Test {
 protected:
  Told ask(const std::string& who, const std::string& method, const std::string& path, const std::string& body = {}) {
    return house.ask({method, "/api/v1/staff/" + path, body, {}, {{"cookie", who}}});
  }
  Told sendCsv(const std::string& who, const std::string& path, const std::string& csv) {
    return house.ask({"POST", "/api/v1/staff/" + path, csv, {}, {{"cookie", who}, {"content-type", "text/csv"}}});
  }
  // Dry run, then the same again with its digest.
  Told import(const std::string& who, const std::string& path, const std::string& csv) {
    const std::string digest = sendCsv(who, path + "/import", csv).text("/digest");
    return sendCsv(who, path + "/import?confirm=" + digest, csv);
  }
  std::string entry(const std::string& name = "新しいプログラム", const std::string& capacity = "１２") {
    return json{{"field", "01"},        {"prefecture", "13"}, {"facility", "新病院"},    {"name", name},
                {"capacity", capacity}, {"rounds", "1,2"},    {"director", "山田 太郎"}, {"url", "www.example.jp"}}
        .dump();
  }
  json seasonBody() {
    const json told = json::parse(ask(board, "GET", "season").body);
    json sent{
        {"start_year", told["start_year"]}, {"release_needed", told["release_needed"]}, {"rounds", json::array()}};
    for (const json& round : told["rounds"]) {
      json entry = round["entry"];
      entry["closed"] = round["closed"];
      sent["rounds"].push_back(entry);
    }
    return sent;
  }
  std::string program(std::int64_t id) { return house.ask({"GET", "/api/v1/programs/" + std::to_string(id)}).body; }

  House house;
  std::string society = house.staff(Role::society, internalMedicine);
  std::string other = house.staff(Role::society, paediatrics);
  std::string board = house.staff(Role::board, std::nullopt);
};

}  // namespace senkoi::tests
