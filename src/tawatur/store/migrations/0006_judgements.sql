-- What a reader decided about a claim, a statement or a post. Rows are only ever added: undoing one is a row more.
-- Nothing refers to tables that a run writes anew, so no run can take a decision away.

CREATE TABLE judgements (
  n INTEGER PRIMARY KEY,                       -- order of arrival, from 1
  made TEXT NOT NULL,                          -- ISO 8601
  kind TEXT NOT NULL CHECK (kind IN ('not the same', 'wrong speaker', 'wrong split', 'note', 'undone')),
  "on" TEXT NOT NULL CHECK ("on" IN ('claim', 'statement', 'post', 'judgement')),
  target TEXT NOT NULL,                        -- id of the claim, statement or post; number of the judgement
  story_id TEXT,
  "words" TEXT NOT NULL CHECK (json_valid("words")), -- [post id, start, end] of all it is about
  note TEXT,
  seal TEXT NOT NULL                           -- SHA-256 over the seal before and this row
) STRICT;
CREATE INDEX judgements_by_target ON judgements (target);
