#include "server/http/negotiation.hpp"

#include "server/base/ascii.hpp"

namespace senkoi::server::http {
namespace {

struct Weighted {
  std::string_view name;
  int weight;  // thousandths; 0 = not wanted
};

// weight = OWS ";" OWS "q=" qvalue; a broken one counts as 0.
int weightOf(std::string_view parameter) {
  if (parameter.size() < 3 || lowerCase(parameter[0]) != 'q' || parameter[1] != '=') return 0;
  parameter.remove_prefix(2);
  int weight = 0, place = 1000;
  for (char const c : parameter) {
    if (c == '.') continue;
    if (!isDigit(c)) return 0;
    weight += (c - '0') * place;
    place /= 10;
  }
  return weight;
}

Weighted weighted(std::string_view element) {
  auto const semicolon = element.find(';');
  if (semicolon == std::string_view::npos) return {element, 1000};
  return {trimmed(element.substr(0, semicolon)), weightOf(trimmed(element.substr(semicolon + 1)))};
}

bool isLanguage(std::string_view range, Language language) {
  return equalsIgnoringCase(range.substr(0, range.find('-')), tag(language));
}

}  // namespace

Language language(const Request& request) {
  int japanese = 0, english = 0;
  anyOfList(request.header("accept-language"), [&](std::string_view element) {
    auto const [range, weight] = weighted(element);
    if (isLanguage(range, Language::ja)) japanese = std::max(japanese, weight);
    if (isLanguage(range, Language::en)) english = std::max(english, weight);
    return false;
  });
  return english > japanese ? Language::en : Language::ja;
}

bool accepts(const Request& request, std::string_view coding) {
  return anyOfList(request.header("accept-encoding"), [&](std::string_view element) {
    auto const [name, weight] = weighted(element);
    return weight > 0 && equalsIgnoringCase(name, coding);
  });
}

bool hasAlready(const Request& request, std::string_view etag) {
  auto const opaque = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  return anyOfList(request.header("if-none-match"),
                   [&](std::string_view candidate) { return candidate == "*" || opaque(candidate) == opaque(etag); });
}

Response withoutWhatIsKnown(Response response, const Request& request) {
  bool const isRead = request.method == Method::get || request.method == Method::head;
  if (!isRead || response.status != 200) return response;
  auto const tag = response.header("etag");
  if (tag.empty() || !hasAlready(request, tag)) return response;
  response.status = 304;
  response.body =
      nullptr;  // the type stays: a page's 304 repeats its policy, which a browser takes over into its cache
  return response;
}

}  // namespace senkoi::server::http
