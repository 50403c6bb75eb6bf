// What office handlers read: whose objects the caller answers for, the entries of a program, tables out of files.
// Each throws a json::Refusal where it cannot.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "senkoi/forms/office_forms.hpp"
#include "server/csv/read.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/request_context.hpp"
#include "server/json/answer.hpp"
#include "server/json/form.hpp"
#include "server/operations/office_records.hpp"

namespace senkoi::server::handlers {

using ProgramEntry = forms::ProgramEntry<std::string>;

store::Scope scopeOf(const RequestContext&);     // of the caller
store::Scope scopeAsked(const RequestContext&);  // the same, or the one of ?field= where the caller has all
int roundAsked(const RequestContext&);           // of ?round=; 0: all
Language languageAsked(const RequestContext&);   // of ?lang=: a link has no say in Accept-Language
std::int64_t numberAsked(const RequestContext&, std::string_view name);  // of the query; 0 where missing

store::Program programOf(const ProgramEntry&, std::int64_t id);
ProgramEntry entryOf(const store::Program&);

// After a commit: the public answers and the directors' pages have what changed.
Async<void> showAtOnce(Services&);

// As files show them to people.
std::string shownUserId(const std::string& userId);
std::string_view decisionWord(workflow::State, Language);

http::Response csvFile(std::string text, const std::string& name);

}  // namespace senkoi::server::handlers
