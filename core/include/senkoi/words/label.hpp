// The names of things as users read them, in Japanese and English: items of forms with their help and options, fields,
// societies, prefectures, states of an application, rounds and their periods. Views live as long as the program;
// thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "senkoi/codes/application_state.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/item.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/option.hpp"
#include "senkoi/codes/prefecture.hpp"
#include "senkoi/codes/role.hpp"

namespace senkoi::words {

std::string_view label(Item item, Language language);
/// How to fill the item in; empty where its label says enough.
std::string_view help(Item item, Language language);
/// The label of one option of an item; empty for an option that the item does not have.
std::string_view label(Item item, std::string_view option, Language language);

std::string_view label(Field field, Language language);
/// The society (領域学会) that answers for a field.
std::string_view society(Field field, Language language);
std::string_view label(Prefecture prefecture, Language language);
std::string_view label(ApplicationState state, Language language);
std::string_view label(Period period, Language language);
std::string_view label(Role role, Language language);
/// The name of a round of a season; each number has one.
std::string roundName(int round, Language language);

}  // namespace senkoi::words
