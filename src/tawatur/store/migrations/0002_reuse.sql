-- Who shares words with whom. Rows go with their posts: a page that is worked on again takes its reuse with it.

CREATE TABLE reuse (
  a TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  b TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  same_outlet INTEGER NOT NULL CHECK (same_outlet IN (0, 1)),
  made_by TEXT NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a != b)
) STRICT, WITHOUT ROWID;
CREATE INDEX reuse_by_later ON reuse (b);

CREATE TABLE passages (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  a_start INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  b_start INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  words INTEGER NOT NULL,
  similarity REAL NOT NULL CHECK (0 <= similarity AND similarity <= 1),
  block INTEGER NOT NULL,
  differences TEXT NOT NULL CHECK (json_valid(differences)),
  PRIMARY KEY (a, b, "order"),
  FOREIGN KEY (a, b) REFERENCES reuse (a, b) ON DELETE CASCADE,
  CHECK (0 <= a_start AND a_start <= a_end AND 0 <= b_start AND b_start <= b_end)
) STRICT, WITHOUT ROWID;

-- The posts whose reuse with all posts before them has been found. Fewer than `searches` says: some are gone.
CREATE TABLE searched (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE searches (
  only INTEGER PRIMARY KEY CHECK (only = 1),   -- one row at the most
  made_by TEXT NOT NULL,
  posts INTEGER NOT NULL,
  last_capture INTEGER NOT NULL,               -- captures.n of the last post searched
  "index" TEXT                                 -- digest of the index beside the case that holds the same posts, if any
) STRICT;
