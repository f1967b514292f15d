-- The case: raw bytes as evidence, what was read from them, and how.
-- Offsets are 0-based code points of pages.text, end exclusive. Times are ISO 8601. Unknown is NULL.

CREATE TABLE raws (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size >= 0),     -- bytes before packing
  packed BLOB NOT NULL                         -- one Zstandard frame
) STRICT;

CREATE TABLE captures (
  n INTEGER PRIMARY KEY,                       -- order of arrival, from 1
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL REFERENCES raws (sha256),
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  uri TEXT,
  stated_type TEXT,
  stated_charset TEXT,
  container TEXT,
  "offset" INTEGER CHECK ("offset" >= 0),      -- bytes into the container
  seal TEXT NOT NULL                           -- SHA-256 over the seal before and this row
) STRICT;
CREATE INDEX captures_by_bytes ON captures (sha256);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('read', 'reprocess')),
  program TEXT NOT NULL,
  made_by TEXT NOT NULL,
  inputs TEXT NOT NULL CHECK (json_valid(inputs)),
  options TEXT NOT NULL CHECK (json_valid(options)),
  started TEXT NOT NULL,
  finished TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'interrupted')),
  done INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  posts INTEGER NOT NULL DEFAULT 0,
  captures INTEGER NOT NULL DEFAULT 0,         -- captures in the case at the end of the run
  seal TEXT                                    -- seal of the last capture at the end of the run
) STRICT;

CREATE TABLE work (
  page_id TEXT PRIMARY KEY REFERENCES captures (id),
  made_by TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  digest TEXT NOT NULL                         -- SHA-256 over everything stored of this page
) STRICT;

CREATE TABLE pages (
  id TEXT PRIMARY KEY REFERENCES captures (id),
  source TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT,
  sha256 TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  uri TEXT,
  blocks TEXT NOT NULL CHECK (json_valid(blocks)),
  units TEXT NOT NULL CHECK (json_valid(units)),
  stated TEXT NOT NULL CHECK (json_valid(stated)),
  links TEXT NOT NULL CHECK (json_valid(links)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  made_by TEXT NOT NULL
) STRICT;

CREATE TABLE posts (
  n INTEGER PRIMARY KEY,                       -- row of the search index
  id TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  title_start INTEGER,
  title_end INTEGER,
  body_start INTEGER,
  body_end INTEGER,
  stated TEXT NOT NULL CHECK (json_valid(stated)),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL,
  CHECK (0 <= start AND start <= "end")
) STRICT;
CREATE INDEX posts_by_page ON posts (page_id, "order");

CREATE TABLE descriptions (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  title TEXT,
  byline TEXT,
  outlet TEXT,
  published TEXT,
  lang TEXT,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX descriptions_by_day ON descriptions (published);

CREATE TABLE credits (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  "to" TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  cue_start INTEGER,
  cue_end INTEGER,
  PRIMARY KEY (post_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT,
  url TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  PRIMARY KEY (post_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE captions (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (post_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  field TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  why TEXT NOT NULL,
  PRIMARY KEY (post_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  lang TEXT NOT NULL,
  PRIMARY KEY (post_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
  n INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  page_id TEXT REFERENCES captures (id),       -- NULL where not even bytes could be taken in
  stage TEXT NOT NULL,
  source TEXT NOT NULL,
  "offset" INTEGER,                            -- bytes into an archive
  kind TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX failures_by_page ON failures (page_id);
-- A second run that meets the same break again does not count it twice.
CREATE UNIQUE INDEX failures_once ON failures (stage, source, ifnull("offset", -1), kind, ifnull(page_id, ''));

-- Words as `store/tokens.py` cuts them, joined with spaces; "ascii" then cuts nowhere else.
-- `keys` holds further forms of a word (without the article, without a clitic), in no order.
CREATE VIRTUAL TABLE search USING fts5 (title, words, keys, tokenize = 'ascii');
