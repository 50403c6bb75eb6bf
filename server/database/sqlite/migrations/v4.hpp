// Schema 4: an application touches fewer pages still (toolchain/decisions/0008-what-an-application-costs.md).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v4[] = R"sql(
-- The audit log is written with everything and searched now and then: a search reads it from its end (S5).
DROP INDEX audit_of_actor;
DROP INDEX audit_of_action;
DROP INDEX audit_of_subject;

-- A state changes far oftener than a program's applications are asked for by it.
DROP INDEX application_of_program;
CREATE INDEX application_of_program ON application (program);
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
