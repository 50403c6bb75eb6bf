// senkoi-describe FOLDER: writes core's words, forms and codes there as ja.json, en.json, forms.json and codes.json,
// and what only the pages of staff need as staff.ja.json, staff.en.json and staff.forms.json. Exit status 1 where a
// file cannot be written.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "wasm/describe/emit.hpp"

namespace {

/// Files next to each other are replaced whole, so that nobody reads half a one.
bool write(std::filesystem::path const& path, std::string const& text) {
  std::filesystem::path const fresh{path.string() + ".new"};
  {
    std::ofstream file{fresh, std::ios::binary};
    file << text << '\n';
    file.close();
    if (!file) return false;
  }
  std::error_code error;
  std::filesystem::rename(fresh, path, error);
  return !error;
}

}  // namespace

int main(int count, char** arguments) {
  using namespace senkoi;
  if (count != 2) {
    std::cerr << "usage: senkoi-describe FOLDER\n";
    return 1;
  }
  std::filesystem::path const folder{arguments[1]};
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  bool const written = write(folder / "ja.json", describe::wordsJson(Language::ja)) &&
                       write(folder / "en.json", describe::wordsJson(Language::en)) &&
                       write(folder / "forms.json", describe::formsJson()) &&
                       write(folder / "codes.json", describe::codesJson()) &&
                       write(folder / "staff.ja.json", describe::staffWordsJson(Language::ja)) &&
                       write(folder / "staff.en.json", describe::staffWordsJson(Language::en)) &&
                       write(folder / "staff.forms.json", describe::staffFormsJson());
  if (!written) std::cerr << "senkoi-describe: cannot write to " << folder.string() << '\n';
  return written ? 0 : 1;
}
