// `senkoi staff invite`: how the first member of the board comes to be (S4). Works while the server runs, too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server {

// As it was typed; checked like an office's invitation.
struct NewStaff {
  std::string mail, name, role = "board", field, language = "ja";
  std::vector<std::int64_t> programs;  // of a director
  bool showLink = false;
};

// Tells on standard output. Throws std::runtime_error with what is to be put right.
void inviteStaff(const Configuration&, const NewStaff&);

}  // namespace senkoi::server
