// A record's columns, said once: name and member. The lists of SELECT, INSERT and UPDATE, the binding of values and the
// reading of rows follow from the table, so that a column that is added there is missed nowhere. Pure.
//
//   template <> inline constexpr auto columnsOf<Notice> = std::tuple{Column{"id", &Notice::id}, …};
//
// `From` leaves out the columns before it: 1 where the engine gives the id.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "server/database/connection.hpp"

namespace senkoi::server::store {

template <class Record, class Member>
struct Column {
  std::string_view name;
  Member Record::*member;
};

template <class Record>
inline constexpr std::tuple<> columnsOf{};

template <class Record>
inline constexpr int columnCount =
    static_cast<int>(std::tuple_size_v<std::remove_const_t<decltype(columnsOf<Record>)>>);

// visit(column, place), place from 0 on.
template <class Record, int From = 0, class Visit>
void forEachColumn(Visit&& visit) {
  static_assert(columnCount<Record> > 0, "the record has no column table");
  const auto all = [&]<std::size_t... Place>(std::index_sequence<Place...>) {
    (visit(std::get<Place + From>(columnsOf<Record>), static_cast<int>(Place)), ...);
  };
  all(std::make_index_sequence<static_cast<std::size_t>(columnCount<Record> - From)>{});
}

namespace detail {
inline void separate(std::string& list) {
  if (!list.empty()) list += ", ";
}
}  // namespace detail

// "p.field, p.name" for the prefix "p."; "field, name" without one.
template <class Record, int From = 0>
std::string columnList(std::string_view prefix = {}) {
  std::string list;
  forEachColumn<Record, From>([&](const auto& column, int) {
    detail::separate(list);
    list.append(prefix).append(column.name);
  });
  return list;
}

// "$3, $4, …", one a column, the first as given.
template <class Record, int From = 0>
std::string parameterList(int first) {
  std::string list;
  forEachColumn<Record, From>([&](const auto&, int place) {
    detail::separate(list);
    list.append("$").append(std::to_string(first + place));
  });
  return list;
}

// "field = $2, name = $3, …"
template <class Record, int From = 0>
std::string assignmentList(int first) {
  std::string list;
  forEachColumn<Record, From>([&](const auto& column, int place) {
    detail::separate(list);
    list.append(column.name).append(" = $").append(std::to_string(first + place));
  });
  return list;
}

// To the next free parameters, in the order of the table.
template <class Record, int From = 0>
Rows& bindColumns(Rows& rows, const Record& record) {
  forEachColumn<Record, From>([&](const auto& column, int) { rows.bind(record.*column.member); });
  return rows;
}

// From the columns of a row, in the order of the table.
template <class Record>
Record readColumns(const Rows& row, int first = 0) {
  Record record{};
  forEachColumn<Record>([&](const auto& column, int place) { row.read(first + place, record.*column.member); });
  return record;
}

}  // namespace senkoi::server::store
