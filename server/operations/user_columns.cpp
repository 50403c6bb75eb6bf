#include "server/operations/user_columns.hpp"

namespace senkoi::server::store {
namespace {

template <class Write>
std::string joined(Write&& write) {
  std::string text;
  std::size_t place = 0;
  for (const Item item : forms::items<UserData>) {
    if (place != 0) text.append(", ");
    write(text, item, place++);
  }
  return text;
}

}  // namespace

const std::string& userColumns() {
  static const std::string columns = joined([](std::string& text, Item item, std::size_t) { text.append(name(item)); });
  return columns;
}

std::string userParameters(std::size_t first) {
  return joined(
      [&](std::string& text, Item, std::size_t place) { text.append("$").append(std::to_string(first + place)); });
}

const std::string& userAssignments() {
  static const std::string assignments = joined([](std::string& text, Item item, std::size_t place) {
    text.append(name(item)).append(" = $").append(std::to_string(place + 1));
  });
  return assignments;
}

}  // namespace senkoi::server::store
