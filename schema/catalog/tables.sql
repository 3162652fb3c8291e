-- What is not known is NULL. A span is span_start and span_end (code points of the reading text, half open), line and page.
-- Lists keep their order in position, from 1.

CREATE TABLE inputs (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  digest TEXT -- NULL while some of its notices are missing
);

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '', -- of GB/T 2260
  UNIQUE (name, code)
);

CREATE TABLE place_parts (
  within TEXT NOT NULL,
  place_id INTEGER NOT NULL REFERENCES places ON DELETE CASCADE,
  PRIMARY KEY (within, place_id)
) WITHOUT ROWID;
CREATE INDEX place_parts_place ON place_parts (place_id);

CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  input_id INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  position INTEGER NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  sha256 TEXT NOT NULL,
  characters INTEGER NOT NULL,
  title TEXT,
  enclosure TEXT,
  document_type TEXT,
  issuer TEXT,
  place_id INTEGER REFERENCES places,
  level TEXT,
  rank INTEGER, -- of the level: 1 state, 2 province, 3 city, 4 county, 5 township
  document_number TEXT,
  issued TEXT,
  published TEXT,
  effective TEXT,
  expires TEXT,
  year INTEGER, -- of issued, else of published
  coverage REAL,
  clauses INTEGER,
  unparsed INTEGER,
  tasks INTEGER NOT NULL, -- how many
  dated INTEGER NOT NULL, -- of these, with a last day
  targets INTEGER NOT NULL, -- of tasks and goals
  UNIQUE (input_id, position)
);
CREATE INDEX notices_place ON notices (place_id, year, tasks, dated, targets);
CREATE INDEX notices_number ON notices (document_number);
CREATE INDEX notices_name ON notices (name);
CREATE INDEX notices_year ON notices (year, tasks, dated, targets);

CREATE TABLE totals (notices INTEGER NOT NULL, tasks INTEGER NOT NULL); -- one row
INSERT INTO totals VALUES (0, 0);
CREATE TRIGGER notices_added AFTER INSERT ON notices BEGIN
  UPDATE totals SET notices = notices + 1, tasks = tasks + NEW.tasks;
END;
CREATE TRIGGER notices_removed AFTER DELETE ON notices BEGIN
  UPDATE totals SET notices = notices - 1, tasks = tasks - OLD.tasks;
END;

CREATE TABLE documents (
  notice_id INTEGER PRIMARY KEY REFERENCES notices ON DELETE CASCADE,
  json BLOB NOT NULL -- the whole notice, deflated (zlib)
);

CREATE TABLE metadata (
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  span_start INTEGER, span_end INTEGER, line INTEGER, page INTEGER,
  PRIMARY KEY (notice_id, field, position)
) WITHOUT ROWID;

CREATE TABLE titles (
  key TEXT NOT NULL, -- letters and figures of a title, as citations have it
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  own INTEGER NOT NULL, -- 1 with the issuer's name, 0 without: then it needs a place as well
  PRIMARY KEY (key, notice_id)
) WITHOUT ROWID;
CREATE INDEX titles_notice ON titles (notice_id);

CREATE TABLE parts (
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  PRIMARY KEY (notice_id, position)
) WITHOUT ROWID;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('task', 'goal')),
  item TEXT NOT NULL, -- the id in the notice
  key TEXT,
  number TEXT,
  title TEXT,
  path TEXT, -- headings above it, set apart by " / "
  text TEXT,
  clause TEXT, -- the responsibility clause
  open INTEGER, -- 1 where it ends in 等
  last_day TEXT, -- of its deadlines
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER
);
CREATE INDEX tasks_notice ON tasks (notice_id);
CREATE INDEX tasks_day ON tasks (last_day);

CREATE VIRTUAL TABLE search USING fts5 (words, content = '', detail = none); -- rowid is that of tasks

CREATE TABLE deadlines (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  relation TEXT NOT NULL,
  value TEXT, -- EDTF
  first_day TEXT,
  last_day TEXT,
  tentative INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER
);
CREATE INDEX deadlines_task ON deadlines (task_id);
CREATE INDEX deadlines_day ON deadlines (last_day, task_id);

CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  indicator TEXT,
  op TEXT NOT NULL,
  value REAL NOT NULL,
  value_max REAL,
  unit TEXT,
  normalized_value REAL,
  normalized_max REAL,
  normalized_unit TEXT,
  per TEXT,
  time TEXT, -- EDTF
  type TEXT NOT NULL,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER
);
CREATE INDEX targets_task ON targets (task_id);
CREATE INDEX targets_indicator ON targets (indicator);

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  unit TEXT,
  attribute TEXT,
  caption TEXT,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER
);
CREATE INDEX indicators_notice ON indicators (notice_id);
CREATE INDEX indicators_name ON indicators (name);

CREATE TABLE indicator_values (
  indicator_id INTEGER NOT NULL REFERENCES indicators ON DELETE CASCADE,
  position INTEGER NOT NULL,
  year INTEGER,
  op TEXT,
  value REAL NOT NULL,
  kind TEXT NOT NULL,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER,
  PRIMARY KEY (indicator_id, position)
) WITHOUT ROWID;

CREATE TABLE departments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  canonical TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  family TEXT, -- its works, set apart by 、
  UNIQUE (name, canonical, kind)
);

CREATE TABLE department_works (
  work TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES departments ON DELETE CASCADE,
  PRIMARY KEY (work, department_id)
) WITHOUT ROWID;
CREATE INDEX department_works_department ON department_works (department_id);

CREATE TABLE responsibilities (
  id INTEGER PRIMARY KEY,
  task_id INTEGER REFERENCES tasks ON DELETE CASCADE,
  indicator_id INTEGER REFERENCES indicators ON DELETE CASCADE,
  department_id INTEGER NOT NULL REFERENCES departments,
  role TEXT NOT NULL CHECK (role IN ('lead', 'support', 'responsible')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  inherited INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER,
  CHECK ((task_id IS NULL) <> (indicator_id IS NULL))
);
CREATE INDEX responsibilities_task ON responsibilities (task_id);
CREATE INDEX responsibilities_indicator ON responsibilities (indicator_id) WHERE indicator_id IS NOT NULL;
CREATE INDEX responsibilities_department ON responsibilities (department_id, role, task_id);

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  task_id INTEGER REFERENCES tasks ON DELETE SET NULL, -- in which it stands
  position INTEGER NOT NULL,
  title TEXT,
  title_key TEXT,
  document_number TEXT,
  standard_number TEXT,
  corrected INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, line INTEGER NOT NULL, page INTEGER
);
CREATE INDEX citations_notice ON citations (notice_id);
CREATE INDEX citations_task ON citations (task_id) WHERE task_id IS NOT NULL;
CREATE INDEX citations_number ON citations (document_number);
CREATE INDEX citations_title ON citations (title_key);

CREATE TABLE diagnostics (
  id INTEGER PRIMARY KEY,
  notice_id INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
  position INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  span_start INTEGER, span_end INTEGER, line INTEGER, page INTEGER
);
CREATE INDEX diagnostics_notice ON diagnostics (notice_id);
