// What a director may do to one application now (S1, M5.2, M5.3). Pure, thread-safe. The page greys a choice with the
// same code with which the server refuses; whether seats are left is the ceiling's to say (rules/limit_tree.hpp).
#pragma once

#include "senkoi/workflow/application.hpp"

namespace senkoi::workflow {

// As mayMove; what is held may also be held on, for another reason or by somebody else, while it can be resolved.
Code mayDecide(State from, State to, Period period);

// Each Code::ok or the refusal.
struct DirectorMay {
  Code adopt, reject, hold;
  Code undecide;    // takes a decision back while the adoption period lasts
  Code decline;     // M5.2: at the applicant's word, once the results are out
  Code changeData;  // at the applicant's word
};
DirectorMay directorMay(State state, Period period);

// An applicant's data is changed through the director while the application binds the two: an applicant whose rejection
// is out, or who declined, changes it alone again (D at M6.1).
Code mayChangeDataOf(State state, Period period);

}  // namespace senkoi::workflow
