#include "tests/cost/counted.hpp"

#include "senkoi/forms/access.hpp"
#include "senkoi/forms/registration.hpp"
#include "server/csv/read.hpp"
#include "server/json/form.hpp"

namespace senkoi::cost {

extern std::uint64_t blocks;  // counting.cpp

namespace {

namespace json = server::json;

template <class Form>
void readForm(std::string_view text) {
  auto body = json::bodyOf(text, json::Nesting::flat);
  const forms::Context context{1'730'000'000'000, 2025, {8, 64}, {}};
  json::requireAccepted(json::readForm<Form>(body, context), context);
}

void read(Reader reader, std::string_view text) {
  switch (reader) {
    case Reader::flat:
      json::refuseRest(json::bodyOf(text, json::Nesting::flat));
      return;
    case Reader::nested:
      json::refuseRest(json::bodyOf(text, json::Nesting::nested));
      return;
    case Reader::logIn:
      return readForm<forms::LogIn<std::string>>(text);
    case Reader::registration:
      return readForm<forms::Registration<std::string>>(text);
  }
}

}  // namespace

std::uint64_t blocksOf(Reader reader, std::string_view text) {
  const std::uint64_t before = blocks;
  try {
    read(reader, text);
  } catch (const json::ApiError&) {  // reading it was the work
  }
  return blocks - before;
}

std::uint64_t blocksOfTable(std::string_view bytes) {
  using Column = server::csv::Column;
  static constexpr std::array columns{Column{"facility", "基幹施設名", "Facility"}, Column{"name", "名称", "Name"},
                                      Column{"url", "ウェブページ", "Web page", false}};
  const std::uint64_t before = blocks;
  server::csv::read(bytes, columns);
  return blocks - before;
}

}  // namespace senkoi::cost
