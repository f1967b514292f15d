-- Which posts tell of the same happening, and what their reports say alike or against each other.
-- Made anew from posts, statements, places and chains whenever any of them changes.

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  "order" INTEGER NOT NULL UNIQUE,
  title TEXT,
  langs TEXT NOT NULL CHECK (json_valid(langs)),
  first TEXT,
  last TEXT,
  places TEXT NOT NULL CHECK (json_valid(places)),
  ties TEXT NOT NULL CHECK (json_valid(ties)),
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE story_posts (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  loose INTEGER NOT NULL CHECK (loose IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX story_posts_by_story ON story_posts (story_id, "order");

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('utterance', 'happening')),
  about TEXT NOT NULL,
  slot TEXT CHECK (slot IN ('actor', 'target', 'place', 'number', 'time', 'polarity')),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX claims_by_story ON claims (story_id, "order");

CREATE TABLE variants (
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  value TEXT NOT NULL,
  origins TEXT NOT NULL CHECK (json_valid(origins)),
  independent_origins INTEGER NOT NULL,
  anonymous_only INTEGER NOT NULL CHECK (anonymous_only IN (0, 1)),
  party_only INTEGER NOT NULL CHECK (party_only IN (0, 1)),
  PRIMARY KEY (claim_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  variant INTEGER NOT NULL,
  "order" INTEGER NOT NULL,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  statement_id TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  about_start INTEGER NOT NULL,
  about_end INTEGER NOT NULL,
  speaker TEXT,
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  party INTEGER NOT NULL CHECK (party IN (0, 1)),
  PRIMARY KEY (claim_id, variant, "order")
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_by_post ON reports (post_id);

CREATE TABLE told (
  only INTEGER PRIMARY KEY CHECK (only = 1),   -- one row at the most
  state TEXT NOT NULL                          -- what stories and claims were made from, and by which versions
) STRICT;

-- One part more can be sealed; what was sealed before is sealed again when it is next written.
DROP TABLE sealed;
CREATE TABLE sealed (
  part TEXT PRIMARY KEY CHECK (part IN ('reuse', 'chains', 'speakers', 'stories')),
  work TEXT NOT NULL,                          -- SHA-256 over the pages and their results at that time
  digest TEXT NOT NULL                         -- SHA-256 over the rows
) STRICT, WITHOUT ROWID;
