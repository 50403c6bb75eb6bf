// What everybody may read, out of memory: catalogue, figures, search, program pages, notices. Loaded from the store
// once, then kept by the count changes of each commit; nothing of a decision shows before its notification time, which
// comes with the `now` that is passed in (28). Lives on the HTTP thread, as do the answers it gives; http/ turns a
// matching If-None-Match into 304.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/http/message.hpp"
#include "server/operations/store.hpp"
#include "server/snapshot/background.hpp"
#include "server/snapshot/field_view.hpp"

namespace senkoi::server::snapshot {

class Snapshot {
 public:
  // Loads at once; throws Failure as the store does. `reader` and `http` must outlive it.
  Snapshot(store::Store& reader, boost::asio::io_context& http);

  // Everything anew, after a season was begun; while the writer rests.
  void reload();
  // What offices change anew, after their commit: season, programs, ceilings, notices. The counts stay those that the
  // commits have made: whatever the writer has committed since comes by apply() as ever.
  void refresh();
  // After a commit, before its operations are answered (Writer::Committed).
  void apply(const std::vector<store::CountChange>& changes, Instant now);

  const workflow::Season& season() const { return season_; }
  const store::Program* program(std::int64_t id) const;  // null where there is none
  workflow::Figures figuresOf(std::int64_t program, Instant now) const;
  // With decisions that are not out yet: for directors and offices alone (S1, S2). Zeros where there is no such
  // program.
  store::SeatsLeft seatsOf(std::int64_t program) const;

  http::Response catalogue(Field field, const http::Request& request);
  http::Response figures(Field field, const http::Request& request, Instant now);
  http::Response search(const ProgramQuery& query, const http::Request& request, Instant now);
  std::optional<http::Response> program(std::int64_t id, const http::Request& request, Instant now);
  // The 機構's and those of the field, newest first; without a field the 機構's alone.
  http::Response notices(std::optional<Field> field, const http::Request& request, Instant now);

 private:
  struct Place {
    Field field;
    std::size_t index;
  };
  FieldView& view(Field field) { return *fields_[number(field) - 1]; }
  const FieldView& view(Field field) const { return *fields_[number(field) - 1]; }
  const Place* find(std::int64_t program) const;
  void readWithoutCounts();
  void packCatalogues();

  store::Store& reader_;
  workflow::Season season_;
  std::vector<std::unique_ptr<FieldView>> fields_;
  std::unordered_map<std::int64_t, Place> places_;
  std::vector<store::Notice> notices_;
  Background background_;  // last: ends first
};

}  // namespace senkoi::server::snapshot
