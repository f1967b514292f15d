-- Who said what, and which places are named: found page by page, gone with their posts.

CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed')),
  content_start INTEGER NOT NULL,
  content_end INTEGER NOT NULL,
  quoted TEXT NOT NULL CHECK (json_valid(quoted)),
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_name TEXT,
  speaker_name_at_start INTEGER,
  speaker_name_at_end INTEGER,
  speaker_class TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  verb_class TEXT NOT NULL,
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  addressee TEXT,
  addressee_at_start INTEGER,
  addressee_at_end INTEGER,
  venue_start INTEGER,
  venue_end INTEGER,
  lang TEXT,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL,
  CHECK (0 <= content_start AND content_start <= content_end)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX statements_by_post ON statements (post_id, "order");

CREATE TABLE places (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('name', 'demonym', 'nickname')),
  name TEXT NOT NULL,
  name_ar TEXT,
  place_id TEXT NOT NULL,
  geonames_id INTEGER,
  kind TEXT NOT NULL,
  lat REAL CHECK (-90 <= lat AND lat <= 90),
  lon REAL CHECK (-180 <= lon AND lon <= 180),
  radius_km REAL CHECK (radius_km >= 0),
  country TEXT,
  others INTEGER NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL,
  PRIMARY KEY (post_id, "order"),
  CHECK (0 <= start AND start <= "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX places_by_id ON places (place_id);

-- Who speaks, over all posts and scripts. Made anew whenever the statements of a case change.

CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  speaker_class TEXT NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_names (
  speaker_id TEXT NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  name TEXT NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (speaker_id, "order")
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_statements (
  statement_id TEXT PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
  speaker_id TEXT NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX speaker_statements_by_speaker ON speaker_statements (speaker_id, "order");

CREATE TABLE linked (
  only INTEGER PRIMARY KEY CHECK (only = 1),   -- one row at the most
  state TEXT NOT NULL                          -- what the speakers were made from, and by which version
) STRICT;

-- What was found over all posts, as it was written: `verify` reads it again as long as no page was read since.
CREATE TABLE sealed (
  part TEXT PRIMARY KEY CHECK (part IN ('reuse', 'chains', 'speakers')),
  work TEXT NOT NULL,                          -- SHA-256 over the pages and their results at that time
  digest TEXT NOT NULL                         -- SHA-256 over the rows
) STRICT, WITHOUT ROWID;

-- For people with an SQLite tool: statements in words.
CREATE VIEW said AS
SELECT
  statements.id, statements.post_id, outlet, published,
  substr(text, speaker_start + 1, speaker_end - speaker_start) AS speaker, speaker_name, speaker_class,
  substr(text, cue_start + 1, cue_end - cue_start) AS cue, verb_class, negated,
  statements.kind, substr(text, content_start + 1, content_end - content_start) AS content,
  addressee, substr(text, venue_start + 1, venue_end - venue_start) AS venue, statements.lang
FROM statements
JOIN posts ON posts.id = statements.post_id
JOIN pages ON pages.id = page_id
LEFT JOIN descriptions ON descriptions.post_id = posts.id;
