-- Who had the words from whom, and where that ends. Made anew from posts and reuse whenever either changes.

CREATE TABLE directions (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('a->b', 'b->a', 'unknown')),
  siblings_of TEXT,                            -- post or party from which both have the words
  kind TEXT NOT NULL,
  a_share REAL NOT NULL,
  b_share REAL NOT NULL,
  words INTEGER NOT NULL,
  a_span_start INTEGER NOT NULL,
  a_span_end INTEGER NOT NULL,
  b_span_start INTEGER NOT NULL,
  b_span_end INTEGER NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL,
  PRIMARY KEY (a, b),
  FOREIGN KEY (a, b) REFERENCES reuse (a, b) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chains (
  post_id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  origin_id TEXT,
  roots TEXT NOT NULL CHECK (json_valid(roots)),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chain_links (
  source TEXT NOT NULL REFERENCES chains (post_id) ON DELETE CASCADE,
  "order" INTEGER NOT NULL,
  "to" TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('copies', 'credits', 'cites', 'quotes')),
  post_id TEXT NOT NULL,                       -- whose words show it
  start INTEGER,
  "end" INTEGER,
  why TEXT NOT NULL,
  PRIMARY KEY (source, "order")
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_links_by_target ON chain_links ("to");

CREATE TABLE chained (
  only INTEGER PRIMARY KEY CHECK (only = 1),   -- one row at the most
  state TEXT NOT NULL                          -- what the chains were made from, and by which version
) STRICT;
