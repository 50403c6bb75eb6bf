// Schema 3: an application touches fewer pages, as the disk is what the last hour of a period waits for
// (toolchain/decisions/0008-what-an-application-costs.md).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v3[] = R"sql(
-- The request that made it, for whoever repeats it: its idempotency key, and from which application it switched.
ALTER TABLE application ADD COLUMN request_key TEXT;
ALTER TABLE application ADD COLUMN switched_from INTEGER REFERENCES application;
UPDATE application SET request_key = r.key, switched_from =
    CASE WHEN r.request LIKE 'switch %' THEN CAST(substr(r.request, 8) AS INTEGER) END
  FROM remembered_answer r WHERE r.application = application.id;
DROP TABLE remembered_answer;

-- One live application a person and round (M3.5), and all of a person, by one index.
DROP INDEX application_live;
DROP INDEX application_of_user;
CREATE UNIQUE INDEX application_of_user ON application
  (user_id, start_year, round, iif(state = 'withdrawn', id, 0));
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
