// The file of --config: one `name = value` a line; blank lines, and lines that begin with # or ; are left out, and so
// is what stands behind a blank and #. A value may stand in "…" or '…', and is then taken as it is. A byte-order mark
// and Windows' line ends are no part of it. Free function, thread-safe.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace senkoi::server {

// A setting that can't be what was meant: a sentence for the operator, which says where it stands and what to write.
class WrongSetting : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct SettingsLine {
  std::size_t number;  // from 1
  std::string name, value;
};

// "senkoi.conf, line 3".
std::string placeOf(const std::string& file, std::size_t line);

// Throws WrongSetting where the file can't be read or a line is of another form.
std::vector<SettingsLine> readSettingsFile(const std::string& file);

}  // namespace senkoi::server
