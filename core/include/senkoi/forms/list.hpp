// Visiting the forms of a list of types (forms.hpp for applicants, staff_forms.hpp for staff).
#pragma once

#include <tuple>
#include <type_traits>

namespace senkoi::forms {

/// Calls visit.template operator()<Form>() for each form of the list, a std::tuple of forms, in order.
template <class List, class Visit>
constexpr void forEachOf(Visit&& visit) {
  [&]<class... Form>(std::type_identity<std::tuple<Form...>>) {
    (visit.template operator()<Form>(), ...);
  }(std::type_identity<List>{});
}

}  // namespace senkoi::forms
