// The words of every letter, Japanese and English. Pure: from what the store wrote down to what a person reads.
#pragma once

#include <string>
#include <string_view>

#include "server/mail/message.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::mail {

// `token` belongs to the letters that carry a link; it stands in the fragment, which browsers never send (5).
Letter write(const store::Letter&, std::string_view origin, std::string_view token);

// The words of a letter that is not written to anybody yet: what the names of its reader will be stands in their place.
Letter example(store::LetterKind, Language, store::Facts, std::string_view origin);

}  // namespace senkoi::server::mail
