// The file of --config: one `name = value` a line; blank lines, and lines that begin with # or ; are left out, and so
// is what stands behind a blank and #. A value may stand in "…" or '…', and is then taken as it is. A byte-order mark
// and Windows' line ends are no part of it. Free functions, thread-safe.
#pragma once

#include <functional>
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

// What to do about a setting that is wrong: to throw it, or to keep it and go on.
using OnWrong = std::function<void(const WrongSetting&)>;

// Where the file can't be read throws WrongSetting; a line of another form goes to `wrong` and is left out.
std::vector<SettingsLine> readSettingsFile(const std::string& file, const OnWrong& wrong);

// Does what may throw WrongSetting.
template <class Act>
void attempt(const OnWrong& wrong, Act act) {
  try {
    act();
  } catch (const WrongSetting& found) {
    wrong(found);
  }
}

}  // namespace senkoi::server
