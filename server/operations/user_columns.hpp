// The columns of an applicant's data, read off the form's table: item name = column name. No second list.
#pragma once

#include "senkoi/forms/check.hpp"
#include "server/database/connection.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::store {

// "family_name, given_name, …"
const std::string& userColumns();
// "$8, $9, …" for as many columns, the first as given.
std::string userParameters(std::size_t first);
// "family_name = $1, given_name = $2, …"
const std::string& userAssignments();

inline void bindUserData(Rows& rows, const UserData& data) {
  forms::forEachItem<UserData>([&](const auto& entry) { rows.bind(data.*entry.member); });
}

// Columns from `first` on, in the order of userColumns().
inline UserData readUserData(const Rows& rows, int first) {
  UserData data;
  forms::forEachItem<UserData>([&](const auto& entry) { data.*entry.member = rows.string(first++); });
  return data;
}

}  // namespace senkoi::server::store
