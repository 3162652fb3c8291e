package catalog

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/policyx/policyx/schema"
)

// Reading is what others know of names and texts. No field may be nil.
type Reading struct {
	Works  func(d *schema.Department) []string // what a department works on, wherever it is
	Family func(name string) string            // the same of its name alone, as one text
	Within func(place, code string) []string   // the names of a place and of those that it lies in
	Fold   func(text string) string            // text as it is compared: widths, case and white space aside
}

// Catalog is an open catalogue. One goroutine uses it at a time.
type Catalog struct {
	db      *sql.DB
	conn    *sql.Conn
	reading Reading
	makes   bool // tables, in a file that is empty
	prepare map[string]*sql.Stmt
	ids     map[any]int64 // of places and departments that stand in the file
	others  int64         // changes when another program has written
}

// Driver is the name under which the program links SQLite to database/sql.
const Driver = "sqlite"

// Linked reports whether the program has SQLite in it.
func Linked() bool { return slices.Contains(sql.Drivers(), Driver) }

// Open opens the catalogue that lies at path. It waits for others that write as long as wait says. A file without tables is no
// catalogue.
func Open(path string, reading Reading, wait time.Duration) (*Catalog, error) {
	file, err := os.Open(path) // says better than SQLite why it cannot be read
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	switch err = errors.Join(err, file.Close()); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrForeign
	case info.Size() == 0:
		return nil, ErrEmpty
	}
	return open(path, "rw", reading, wait)
}

// Create is [Open], which makes the catalogue where there is no file, or an empty one.
func Create(path string, reading Reading, wait time.Duration) (*Catalog, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return Open(path, reading, wait)
	}
	return open(path, "rwc", reading, wait)
}

// IsCatalog reports whether a file begins as catalogues do.
func IsCatalog(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 72)
	if _, err := file.ReadAt(head, 0); err != nil {
		return false
	}
	return strings.HasPrefix(string(head), "SQLite format 3\x00") && string(head[68:]) == applicationName
}

func open(path, mode string, reading Reading, wait time.Duration) (*Catalog, error) {
	where, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if where = filepath.ToSlash(where); !strings.HasPrefix(where, "/") {
		where = "/" + where
	}
	address := url.URL{Scheme: "file", Path: where, RawQuery: url.Values{
		"mode":    {mode},
		"_pragma": {fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()), "foreign_keys(1)", "cache_size(-65536)"},
	}.Encode()}
	db, err := sql.Open(Driver, address.String())
	if err != nil {
		return nil, err
	}
	c := &Catalog{db: db, reading: reading, makes: mode == "rwc", prepare: map[string]*sql.Stmt{}, ids: map[any]int64{}}
	if c.conn, err = db.Conn(context.Background()); err == nil {
		err = c.migrate(steps)
	}
	if err != nil {
		c.Close()
		return nil, cause(err)
	}
	return c, nil
}

// Close closes the file.
func (c *Catalog) Close() error {
	if c.conn == nil {
		return c.db.Close()
	}
	return errors.Join(c.conn.Close(), c.db.Close())
}

// exec runs a statement, which is prepared once.
func (c *Catalog) exec(statement string, args ...any) (sql.Result, error) {
	stmt, err := c.prepared(statement)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(context.Background(), args...)
}

// insert runs a statement and returns the number of the row.
func (c *Catalog) insert(statement string, args ...any) (int64, error) {
	done, err := c.exec(statement, args...)
	if err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

// row runs a statement for its one row.
func (c *Catalog) row(statement string, args ...any) *sql.Row {
	stmt, err := c.prepared(statement)
	if err != nil {
		return c.conn.QueryRowContext(context.Background(), statement, args...) // which has the error
	}
	return stmt.QueryRowContext(context.Background(), args...)
}

func (c *Catalog) prepared(statement string) (*sql.Stmt, error) {
	if stmt := c.prepare[statement]; stmt != nil {
		return stmt, nil
	}
	stmt, err := c.conn.PrepareContext(context.Background(), statement)
	if err == nil {
		c.prepare[statement] = stmt
	}
	return stmt, err
}

// within does work in one transaction, which is undone where it fails.
func (c *Catalog) within(work func() error) error {
	ctx := context.Background()
	if _, err := c.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return cause(err)
	}
	err := c.forget()
	if err == nil {
		err = work()
	}
	if err == nil {
		_, err = c.conn.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		clear(c.ids) // some of them are gone
		c.conn.ExecContext(ctx, "ROLLBACK")
	}
	return cause(err)
}

// forget forgets the rows that another program may have taken out since.
func (c *Catalog) forget() error {
	before := c.others
	err := c.row("PRAGMA data_version").Scan(&c.others)
	if c.others != before {
		clear(c.ids)
	}
	return err
}

// all reads the rows of a statement, one at a time.
func (c *Catalog) all(statement string, args []any, scan func(*sql.Rows) error) error {
	rows, err := c.conn.QueryContext(context.Background(), statement, args...)
	if err != nil {
		return cause(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return cause(err)
		}
	}
	return cause(rows.Err())
}
