// Headings of tables that go out as files, for what is no item of a form; those of items are the items' labels (S1,
// S4). Views live as long as the program; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

#include "senkoi/codes/item.hpp"
#include "senkoi/codes/language.hpp"

namespace senkoi::words {

enum class Column : std::uint8_t {
  application,
  program,
  facility,
  round,
  decision,
  heldReason,
  heldOwner,
  appliedAt,
  userId,
  yearsSinceLicence,
  // of offices (S3, S4)
  programNumber,
  programs,
  applicants,
  adopted,
  rejected,
  held,
  undecided,
  declined,
  letterLanguage,
  notYet,  // what stands under `decision` where there is none yet
};

std::string_view label(Column column, Language language);
/// What the column of an item was called in earlier versions, so that a list saved then comes in again; empty where the
/// label never changed.
std::string_view formerHeading(Item item, Language language);

}  // namespace senkoi::words
