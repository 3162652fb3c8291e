-- Version 2: what could not be read again, and which notices are one and the same in several files.

ALTER TABLE inputs ADD COLUMN stale TEXT; -- why its notices are those of before: it could not be read since
ALTER TABLE notices ADD COLUMN same TEXT; -- number, else day, issuer and title: what two files of one notice share
ALTER TABLE notices ADD COLUMN twin_of INTEGER REFERENCES notices ON DELETE SET NULL; -- the one that counts, where this one does not
ALTER TABLE totals ADD COLUMN twins INTEGER NOT NULL DEFAULT 0; -- notices that do not count
CREATE INDEX inputs_stale ON inputs (path) WHERE stale IS NOT NULL;
CREATE INDEX notices_same ON notices (same) WHERE same IS NOT NULL;
CREATE INDEX notices_twin ON notices (twin_of) WHERE twin_of IS NOT NULL;
DROP INDEX notices_place;
CREATE INDEX notices_place ON notices (place_id, twin_of, year, tasks, dated, targets);
DROP INDEX notices_year;
CREATE INDEX notices_year ON notices (year, twin_of, tasks, dated, targets);

DROP TRIGGER notices_removed;
CREATE TRIGGER notices_removed AFTER DELETE ON notices BEGIN
  UPDATE totals SET notices = notices - (OLD.twin_of IS NULL), tasks = tasks - iif(OLD.twin_of IS NULL, OLD.tasks, 0), twins = twins - (OLD.twin_of IS NOT NULL);
END;
CREATE TRIGGER notices_counted AFTER UPDATE OF twin_of ON notices WHEN (OLD.twin_of IS NULL) <> (NEW.twin_of IS NULL) BEGIN
  UPDATE totals SET notices = notices + iif(NEW.twin_of IS NULL, 1, -1), tasks = tasks + iif(NEW.twin_of IS NULL, NEW.tasks, -NEW.tasks), twins = twins + iif(NEW.twin_of IS NULL, -1, 1);
END;
