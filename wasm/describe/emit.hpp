// What the emitter writes, each a whole JSON file. Pure; safe from any thread.
#pragma once

#include <string>

#include "senkoi/codes/language.hpp"

namespace senkoi::describe {

/// {codes, items, options, fields, societies, prefectures, states, periods, roles} of one language; items and options
/// are those of the applicant's forms.
std::string wordsJson(Language language);

/// {items, options} of the forms of staff, which the pages of applicants do not carry.
std::string staffWordsJson(Language language);

/// Each form's items in order: {name, kind, required, min, max, autocomplete, inputmode, options}.
std::string formsJson();
std::string staffFormsJson();

/// Each code: {number, severity}.
std::string codesJson();

}  // namespace senkoi::describe
