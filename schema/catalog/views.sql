-- A notice that lies in several files stands in these once (notices.twin_of).

-- A row for each department of each task: who does what, by when, where.
CREATE VIEW work AS
SELECT p.name AS place, n.level, n.name AS notice, n.title AS notice_title, n.document_number, n.year,
  t.item, t.number, t.title AS task, t.text, t.path, t.last_day, r.role, d.name AS department, d.canonical, d.family, r.line, t.id AS task_id, n.id AS notice_id
FROM responsibilities r
JOIN departments d ON d.id = r.department_id
JOIN tasks t ON t.id = r.task_id
JOIN notices n ON n.id = t.notice_id
LEFT JOIN places p ON p.id = n.place_id
WHERE t.kind = 'task' AND n.twin_of IS NULL;

-- A row for each last day of a task.
CREATE VIEW schedule AS
SELECT x.last_day, x.relation, x.text AS deadline, p.name AS place, n.name AS notice, n.title AS notice_title,
  t.item, t.title AS task, t.clause, x.line, t.id AS task_id, n.id AS notice_id
FROM deadlines x
JOIN tasks t ON t.id = x.task_id
JOIN notices n ON n.id = t.notice_id
LEFT JOIN places p ON p.id = n.place_id
WHERE t.kind = 'task' AND x.last_day IS NOT NULL AND n.twin_of IS NULL;

-- A row for each number that is to be reached: targets of tasks and goals, values of indicator tables.
CREATE VIEW figures AS
SELECT g.indicator, g.op, g.value, g.value_max, g.unit, g.per, g.time, g.type, p.name AS place, n.name AS notice, n.year, t.item, t.title AS task, g.text, g.line, n.id AS notice_id
FROM targets g
JOIN tasks t ON t.id = g.task_id
JOIN notices n ON n.id = t.notice_id
LEFT JOIN places p ON p.id = n.place_id
WHERE n.twin_of IS NULL
UNION ALL
SELECT i.name, coalesce(v.op, '='), v.value, NULL, i.unit, NULL, v.year, v.kind, p.name, n.name, n.year, NULL, i.caption, i.text, v.line, n.id
FROM indicators i
JOIN indicator_values v ON v.indicator_id = i.id
JOIN notices n ON n.id = i.notice_id
LEFT JOIN places p ON p.id = n.place_id
WHERE n.twin_of IS NULL;

-- Which notice of the catalogue a citation names: by its number; by its whole title; or by a title without the issuer's name, of the
-- same place or one above it.
CREATE VIEW cited AS
SELECT c.id AS citation_id, c.notice_id, c.task_id, n.id AS cited_id, 'number' AS via
FROM citations c
JOIN notices n ON n.document_number = c.document_number
WHERE n.id <> c.notice_id AND n.twin_of IS NULL
UNION ALL
SELECT c.id, c.notice_id, c.task_id, n.id, 'title'
FROM citations c
JOIN titles k ON k.key = c.title_key
JOIN notices n ON n.id = k.notice_id
JOIN notices m ON m.id = c.notice_id
WHERE n.id <> c.notice_id AND n.twin_of IS NULL
  AND (c.document_number IS NULL OR n.document_number IS NULL)
  AND (k.own OR n.rank = 1 OR EXISTS (
    SELECT 1 FROM places p JOIN place_parts w ON w.within = p.name WHERE p.id = n.place_id AND w.place_id = m.place_id));

-- Which notice carries out which: it names one of a level above it, or an earlier one of its own level.
CREATE VIEW carried_out AS
SELECT DISTINCT x.notice_id, x.cited_id, x.via
FROM cited x
JOIN notices m ON m.id = x.notice_id
JOIN notices n ON n.id = x.cited_id
WHERE m.twin_of IS NULL
  AND (n.rank < m.rank OR n.rank = m.rank AND coalesce(n.issued, n.published) < coalesce(m.issued, m.published));
