#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "server/operations/open.hpp"
#include "server/program/audit_head.hpp"
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"

namespace senkoi::server {
namespace {

constexpr std::size_t mostNamed = 20;  // of differing applications

std::unique_ptr<store::Store> openLog(const Configuration& configuration) {
  KeyedDatabase const database(configuration);
  if (!std::filesystem::exists(database.key))
    throw std::runtime_error("the audit log needs its key, " + database.key.string());
  return store::openReading(database.file, auditKeyOf(database));
}

// What was found, a line each; empty where all is sound.
std::string findings(const store::AuditReport& report) {
  std::string text;
  if (report.firstBroken)
    text += "the audit log is not what was written from entry " + std::to_string(*report.firstBroken) +
            " on: changed, moved, put in or cut off\n";
  if (report.headBroken) text += "the head of the audit log is gone or was not written with this key\n";
  for (const auto& head : report.missing)
    text += "the audit log does not hold the entry " + headText(head) + "; it ends at " + headText(report.head) + '\n';
  for (std::size_t i = 0; i < std::min(report.beside.size(), mostNamed); ++i) {
    const auto& [application, what, log, row] = report.beside[i];
    text += "application " + std::to_string(application) + ": " + what + " is " + (row.empty() ? "empty" : row) +
            ", the audit log says " + (log.empty() ? "empty" : log) + '\n';
  }
  if (report.beside.size() > mostNamed)
    text += "and " + std::to_string(report.beside.size() - mostNamed) + " more differences\n";
  return text;
}

}  // namespace

void verifyAudit(const Configuration& configuration, const std::vector<std::string>& heads) {
  std::vector<store::AuditHead> kept;
  for (const std::string& head : heads) kept.push_back(headOf(head));
  requireDatabase(configuration.database);
  auto const lock = lockForAsking(configuration.database, "audit verify");
  auto const report = openLog(configuration)->verifyAudit(kept);
  std::string found = findings(report);
  if (!found.empty()) throw std::runtime_error(found.substr(0, found.size() - 1));
  std::cout << "audit log sound: " << report.head.number << " entries, " << report.applications
            << " applications as it says\naudit head " << headText(report.head) << '\n';
}

void printAuditHead(const Configuration& configuration) {
  requireDatabase(configuration.database);
  auto const lock = lockForAsking(configuration.database, "audit head");
  std::cout << "audit head " << headText(openLog(configuration)->auditHead()) << '\n';
}

}  // namespace senkoi::server
