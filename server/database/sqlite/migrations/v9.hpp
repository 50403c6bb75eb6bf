// Schema 9: kinds of seats, offers, trees of limits and classes of applicants (T1–T6). A season without rows here has
// one kind, one offer a program and one number a cell, as before. Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v9[] = R"sql(
CREATE TABLE seat_kind (                -- T1
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_group INTEGER NOT NULL,            -- 1: holds kinds together in the trees; nobody applies to it
  name_ja TEXT NOT NULL,
  name_en TEXT NOT NULL,
  sentence_ja TEXT NOT NULL,
  sentence_en TEXT NOT NULL,
  PRIMARY KEY (start_year, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (                    -- T2; a program without any has one ordinary offer with its capacity
  program INTEGER NOT NULL REFERENCES program ON DELETE CASCADE,
  kind TEXT NOT NULL,
  seats INTEGER NOT NULL,               -- the program's capacity is their sum
  PRIMARY KEY (program, kind)
) STRICT, WITHOUT ROWID;

ALTER TABLE application ADD COLUMN kind TEXT;  -- of its offer; NULL: ordinary

-- T3. A cell without any has one number or none: table ceiling. Of a cell with a tree, ceiling holds the limit over all
-- of it, where there is one.
CREATE TABLE limit_node (
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  node TEXT NOT NULL,                   -- code of a kind or group
  position INTEGER NOT NULL,
  parent TEXT NOT NULL,                 -- empty: a root
  seats INTEGER,                        -- NULL: it only groups
  PRIMARY KEY (start_year, field, prefecture, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_line (               -- explains a node's number; the number binds (T7)
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  node TEXT NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (start_year, field, prefecture, node, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE counting_class (           -- T4
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  name_ja TEXT NOT NULL,
  name_en TEXT NOT NULL,
  at_ceiling INTEGER NOT NULL,
  at_capacity INTEGER NOT NULL,
  from_quota INTEGER NOT NULL,          -- 1: the regional-quota list fills it
  PRIMARY KEY (start_year, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE classed_applicant (        -- of no class: counts at both
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  class TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (start_year, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX classed_applicant_by_user ON classed_applicant (user_id);
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
