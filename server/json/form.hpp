// Forms ↔ JSON by visiting their tables: no form is named here. Pure templates.
#pragma once

#include <string>
#include <vector>

#include "senkoi/forms/check.hpp"
#include "server/json/answer.hpp"
#include "server/json/body.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::json {

// What came in the body and was checked: the form, canonical by now, and one code an item.
template <class Form>
struct Submission {
  Form form;
  forms::Findings<Form> codes;
};

// Fills the form and checks it. Throws an ApiError (422) where an item is not a text, or a key is unknown.
template <class Form>
Submission<Form> readForm(JsonObject& body, const forms::Context& context) {
  Submission<Form> submission;
  std::vector<Finding> faults;
  std::vector<std::string_view> known;
  forms::forEachItem<Form>([&](const auto& entry) {
    known.push_back(name(entry.item));
    const auto found = body.find(name(entry.item));
    if (found == body.end()) return;
    if (found->is_string())
      submission.form.*entry.member = std::move(found->template get_ref<std::string&>());
    else
      faults.emplace_back(entry.item, Code::notAText);
  });
  for (Finding& fault : unknownItems(body, known)) faults.push_back(std::move(fault));
  if (!faults.empty()) throw ApiError{Code::formRefused, std::move(faults)};
  submission.codes = forms::check(submission.form, context);
  return submission;
}

// What there is to say, item by item, in the order of the form.
template <class Form>
std::vector<Finding> findings(const forms::Findings<Form>& codes, const forms::Context& context) {
  std::vector<Finding> said;
  std::size_t row = 0;
  forms::forEachItem<Form>([&](const auto& entry) {
    const Code code = codes[row++];
    if (code != Code::ok) said.emplace_back(entry.item, code, forms::limitsOf(entry.item, entry.limits, context));
  });
  return said;
}

// Throws an ApiError with the errors where there is one.
template <class Form>
void requireAccepted(const Submission<Form>& submission, const forms::Context& context) {
  if (forms::accepted(submission.codes)) return;
  std::vector<Finding> errors = findings<Form>(submission.codes, context);
  std::erase_if(errors, [](const Finding& finding) { return !refuses(finding.code); });
  throw ApiError{Code::formRefused, std::move(errors)};
}

// Every item but the secret ones, as text.
template <class Form>
Json valuesOf(const Form& form) {
  Json values = Json::object();
  forms::forEachItem<Form>([&](const auto& entry) {
    if (entry.kind != forms::Kind::secret) values[std::string(name(entry.item))] = form.*entry.member;
  });
  return values;
}

// [{field, code, severity, message, value?}]: the value as the machine wrote it, where it did.
template <class Form>
Json findingsOf(const Submission<Form>& submission, const forms::Context& context, Language language) {
  const Json values = valuesOf(submission.form);
  Json list = Json::array();
  for (const Finding& finding : findings<Form>(submission.codes, context)) {
    Json row{{"field", finding.field},
             {"code", key(finding.code)},
             {"severity", name(severity(finding.code))},
             {"message", finding.message(language)}};
    if (severity(finding.code) == Severity::note && values.contains(finding.field))
      row["value"] = values[finding.field];
    list.push_back(std::move(row));
  }
  return list;
}

}  // namespace senkoi::server::json
