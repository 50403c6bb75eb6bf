// What the emitter writes, each a whole JSON file. Pure; safe from any thread.
#pragma once

#include <string>

#include "senkoi/codes/language.hpp"

namespace senkoi::describe {

/// {codes, items, options, fields, societies, prefectures, states, periods} of one language.
std::string wordsJson(Language language);

/// Each form's items in order: {name, kind, required, min, max, autocomplete, inputmode, options}.
std::string formsJson();

/// Each code: {number, severity}.
std::string codesJson();

}  // namespace senkoi::describe
